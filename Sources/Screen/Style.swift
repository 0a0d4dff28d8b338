/// How a cell is to be shown: what it means, on what it lies, and with what emphasis.
///
/// ```swift
/// frame.write("1/2", at: place, style: Style(.gap, on: isCursor ? .cursor : nil))
/// ```
public struct Style: Hashable, Sendable {
  /// What the cell means.
  public var role: Role
  /// A role whose background shows through: the cursor, a selection, a stripe.
  public var backdrop: Role?
  /// Emphasis on top of the theme's own.
  public var attributes: Attributes

  /// A style for `role`, on `backdrop` if there is one, with `attributes` added to the theme's.
  public init(_ role: Role, on backdrop: Role? = nil, _ attributes: Attributes = []) {
    self.role = role
    self.backdrop = backdrop
    self.attributes = attributes
  }

  /// Ordinary text.
  public static let normal = Style(.normal)

  /// The same style on another backdrop.
  public func on(_ backdrop: Role?) -> Style {
    Style(role, on: backdrop, attributes)
  }

  /// The same style with more emphasis.
  public func adding(_ attributes: Attributes) -> Style {
    Style(role, on: backdrop, self.attributes.union(attributes))
  }
}
