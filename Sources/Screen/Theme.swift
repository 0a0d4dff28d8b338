/// A look for every role.
///
/// The look of a style is resolved once for every role on every backdrop when the theme is made, so that drawing is a
/// lookup. Where a role's colour would be too faint on a backdrop, the backdrop's own is taken.
public struct Theme: Hashable, Sendable {
  /// The least contrast of a glyph with its background: WCAG 2.1, level AA.
  public static let minimumContrast = 4.5

  /// The name by which a user chooses it.
  public let name: String

  /// For no backdrop and then every backdrop in turn: one look per role.
  private let looks: [Look]

  /// A theme that shows each role as `look` says.
  public init(name: String, look: (Role) -> Look) {
    self.name = name
    let plain = Role.allCases.map(look)
    looks =
      plain
      + Role.allCases.flatMap { backdrop in
        let behind = plain[Int(backdrop.rawValue)]
        return plain.map { Self.resolve($0, on: behind) }
      }
  }

  /// The look of a style.
  public func look(of style: Style) -> Look {
    let row = style.backdrop.map { Int($0.rawValue) + 1 } ?? 0
    var look = looks[row * Role.allCases.count + Int(style.role.rawValue)]
    look.attributes.formUnion(style.attributes)
    return look
  }

  private static func resolve(_ look: Look, on behind: Look) -> Look {
    var result = look
    result.background = behind.background
    result.attributes.formUnion(behind.attributes)
    if let contrast = result.contrast, contrast < minimumContrast { result.foreground = behind.foreground }
    return result
  }

  /// The theme for a terminal of fewer colours.
  public func reduced(to depth: ColorDepth) -> Theme {
    switch depth {
    case .palette: self
    case .eight: Theme(name: name) { look(of: Style($0)).reducedToEight }
    case .mono: .mono
    }
  }
}
