/// Where keys are read: a screen, or the prompt that lies over it.
public enum Context: String, CaseIterable, Sendable {
  // Screens.
  case city, grid, gaps, findings, plan, history, help
  // Prompts.
  case assign, choose, find, date, commandLine = "command", filter, confirm, reason, refused

  /// Whether typed characters are text here rather than commands.
  public var takesText: Bool {
    switch self {
    case .assign, .find, .date, .commandLine, .filter, .reason, .help: true
    case .city, .grid, .gaps, .findings, .plan, .history, .choose, .confirm, .refused: false
    }
  }

  /// What people call it.
  public var title: String {
    switch self {
    case .city: "City"
    case .grid: "Grid"
    case .gaps: "Gaps"
    case .findings: "Findings"
    case .plan: "Plan"
    case .history: "History"
    case .help: "Help"
    case .assign: "Assign"
    case .choose: "Choose"
    case .find: "Find"
    case .date: "Go to day"
    case .commandLine: "Command"
    case .filter: "Filter"
    case .confirm: "Confirm"
    case .reason: "Reason"
    case .refused: "Refused"
    }
  }
}
