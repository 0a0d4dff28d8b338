/// A width and a height in terminal cells.
///
/// Negative lengths are taken as zero, so that arithmetic on small windows needs no checks.
public struct Size: Hashable, Sendable {
  /// Columns; never negative.
  public let width: Int
  /// Rows; never negative.
  public let height: Int

  /// A size of `width` columns and `height` rows.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

extension Size: CustomStringConvertible {
  /// The size as people write it: `120×40`.
  public var description: String { "\(width)×\(height)" }
}
