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
