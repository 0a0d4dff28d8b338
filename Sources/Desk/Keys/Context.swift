import Screen

/// Where keys are read: a screen, or the prompt that lies over it.
public enum Context: String, CaseIterable, Sendable {
  // Screens.
  case city, grid, gaps, findings, plan, history, help
  // Prompts.
  case assign, choose, find, date, commandLine = "command", filter, confirm, reason, refused

  /// What the desk knows of it, each declared where the screen or the prompt itself is.
  var parts: ContextParts {
    switch self {
    case .city: .city
    case .grid: .grid
    case .gaps: .gaps
    case .findings: .findings
    case .plan: .plan
    case .history: .history
    case .help: .help
    case .assign: .assign
    case .choose: .choose
    case .find: .find
    case .date: .date
    case .commandLine: .commandLine
    case .filter: .filter
    case .confirm: .confirm
    case .reason: .reason
    case .refused: .refused
    }
  }

  /// Whether typed characters are text here rather than commands.
  public var takesText: Bool { parts.takesText }

  /// What people call it.
  public var title: String { parts.title }
}

/// All that the desk has to know of a screen or a prompt to read its keys and to show it.
///
/// What a prompt shows depends on what it asks, so prompts are fitted and drawn by `Prompt`.
struct ContextParts: Sendable {
  /// What people call it.
  let title: String
  /// Whether typed characters are text here rather than commands.
  var takesText = false
  /// The commands that it has of its own.
  let commands: [Command]
  /// Whether the commands of all screens work on it too.
  var hasScreenKeys = false
  /// Fits cursors and lists to the body of the window; done after every message, whichever screen is open.
  var settle: @Sendable (inout Model, Rect) -> Void = { _, _ in }
  /// Works out what is put off until the cursor rests.
  var rest: @Sendable (inout Model) -> Void = { _ in }
  /// Draws it into the body of the window.
  var draw: @Sendable (Model, Rect, inout Frame) -> Void = { _, _, _ in }
}
