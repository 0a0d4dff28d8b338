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
