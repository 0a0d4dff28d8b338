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

extension Theme {
  /// Every theme a user can choose, the default first.
  public static let all: [Theme] = [.dark, .light, .deuteranopia, .tritanopia, .mono]

  /// The theme of that name; nil if there is none.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }

  /// The theme to use where the user chose `chosen`, in an environment.
  ///
  /// With `NO_COLOR` set to anything but the empty string it is mono, as no-color.org asks.
  public static func preferred(_ chosen: Theme = .dark, noColor: String?) -> Theme {
    (noColor ?? "").isEmpty ? chosen : .mono
  }
}

extension Theme {
  /// Light text on near black; the default.
  public static let dark = Theme(name: "dark") { role in
    darkLook(of: role, .init(met: 114, short: 221, gap: 217, gapBehind: 88, over: 117, conflict: 219, heat: darkHeat))
  }

  /// The dark theme for people who do not tell red from green: orange, yellow, sky and violet.
  public static let deuteranopia = Theme(name: "deuteranopia") { role in
    darkLook(
      of: role, .init(met: 75, short: 228, gap: 16, gapBehind: 208, over: 254, conflict: 16, heat: orangeToBlue))
  }

  /// The dark theme for people who do not tell blue from yellow: red, pink, teal and white.
  public static let tritanopia = Theme(name: "tritanopia") { role in
    darkLook(
      of: role, .init(met: 44, short: 217, gap: 231, gapBehind: 124, over: 254, conflict: 16, heat: redToTeal))
  }

  /// What differs between the dark themes.
  struct StatusColors {
    let met, short, gap, gapBehind, over, conflict: UInt8
    let heat: [Look]
  }

  private static let darkHeat: [Look] = [
    Look(231, on: 124), Look(16, on: 208), Look(16, on: 221), Look(16, on: 107), Look(16, on: 71),
  ]
  private static let orangeToBlue: [Look] = [
    Look(16, on: 208), Look(16, on: 222), Look(16, on: 253), Look(16, on: 117), Look(231, on: 25),
  ]
  private static let redToTeal: [Look] = [
    Look(231, on: 124), Look(16, on: 210), Look(16, on: 253), Look(16, on: 80), Look(231, on: 23),
  ]

  private static func darkLook(of role: Role, _ status: StatusColors) -> Look {
    switch role {
    case .normal: Look(252, on: 234)
    case .title: Look(231, on: 24, .bold)
    case .dim: Look(247, on: 234)
    case .disabled: Look(245, on: 234)
    case .header: Look(254, on: 237, .bold)
    case .weekend: Look(180, on: 237)
    case .today: Look(16, on: 180, .bold)
    case .group: Look(153, on: 235, .bold)
    case .border: Look(245, on: 234)
    case .popup: Look(254, on: 236)
    case .keyBar: Look(252, on: 237)
    case .keyName: Look(222, on: 237, .bold)
    case .status: Look(252, on: 235)
    case .met: Look(status.met, on: 234)
    case .short: Look(status.short, on: 234)
    case .gap: Look(status.gap, on: status.gapBehind, .bold)
    case .over: Look(status.over, on: 234)
    case .conflict: status.conflict == 16 ? Look(16, on: 219, .bold) : Look(status.conflict, on: 53, .bold)
    case .locked: Look(250, on: 236)
    case .published: Look(status.met, on: 236)
    case .pending: Look(222, on: 234, .underline)
    case .cursor: Look(16, on: 254, .bold)
    case .selection: Look(231, on: 25)
    case .stripe: Look(252, on: 235)
    case .match: Look(16, on: 186)
    case .input: Look(231, on: 238)
    case .error: Look(231, on: 124, .bold)
    case .warning: Look(221, on: 234)
    case .info: Look(117, on: 234)
    case .success: Look(status.met, on: 234)
    case .proposalAdded: Look(16, on: status.met, .bold)
    case .proposalRemoved: Look(status.short, on: 238, .underline)
    case .police: Look(111, on: 234)
    case .guardForce: Look(150, on: 234)
    case .volunteer: Look(216, on: 234)
    case .heat0: status.heat[0]
    case .heat1: status.heat[1]
    case .heat2: status.heat[2]
    case .heat3: status.heat[3]
    case .heat4: status.heat[4]
    }
  }
}

extension Theme {
  /// Dark text on white, for bright rooms and for printing.
  public static let light = Theme(name: "light") { role in
    switch role {
    case .normal: Look(235, on: 231)
    case .title: Look(231, on: 24, .bold)
    case .dim: Look(241, on: 231)
    case .disabled: Look(242, on: 231)
    case .header: Look(235, on: 254, .bold)
    case .weekend: Look(88, on: 254)
    case .today: Look(231, on: 94, .bold)
    case .group: Look(18, on: 255, .bold)
    case .border: Look(242, on: 231)
    case .popup: Look(233, on: 254)
    case .keyBar: Look(236, on: 253)
    case .keyName: Look(18, on: 253, .bold)
    case .status: Look(236, on: 255)
    case .met: Look(22, on: 231)
    case .short: Look(94, on: 231)
    case .gap: Look(231, on: 124, .bold)
    case .over: Look(25, on: 231)
    case .conflict: Look(231, on: 90, .bold)
    case .locked: Look(239, on: 254)
    case .published: Look(22, on: 254)
    case .pending: Look(94, on: 231, .underline)
    case .cursor: Look(231, on: 234, .bold)
    case .selection: Look(16, on: 153)
    case .stripe: Look(235, on: 255)
    case .match: Look(16, on: 222)
    case .input: Look(16, on: 253)
    case .error: Look(231, on: 124, .bold)
    case .warning: Look(94, on: 231)
    case .info: Look(24, on: 231)
    case .success: Look(22, on: 231)
    case .proposalAdded: Look(16, on: 151, .bold)
    case .proposalRemoved: Look(88, on: 224, .underline)
    case .police: Look(19, on: 231)
    case .guardForce: Look(58, on: 231)
    case .volunteer: Look(130, on: 231)
    case .heat0: Look(231, on: 124)
    case .heat1: Look(16, on: 208)
    case .heat2: Look(16, on: 222)
    case .heat3: Look(16, on: 150)
    case .heat4: Look(16, on: 71)
    }
  }
}

extension Theme {
  /// No colours: the terminal's own two, and attributes.
  public static let mono = Theme(name: "mono") { role in
    Look(attributes: monoAttributes(of: role))
  }

  private static func monoAttributes(of role: Role) -> Attributes {
    switch role {
    case .normal, .border, .popup, .stripe, .met, .published, .success, .status, .heat3, .heat4: []
    case .police, .guardForce, .volunteer, .info, .locked, .keyBar: []
    case .title, .group, .keyName, .header, .warning, .heat1: .bold
    case .dim, .disabled, .weekend: .dim
    case .today, .match: [.bold, .underline]
    case .input, .pending, .proposalAdded, .short, .heat2: .underline
    case .proposalRemoved: [.dim, .underline]
    case .cursor, .selection: .reverse
    case .over: [.dim, .underline]
    case .gap, .error, .heat0: [.bold, .reverse]
    case .conflict: [.bold, .underline, .reverse]
    }
  }
}
