/// A line that is typed at the foot of the window.
struct LinePrompt: Hashable, Sendable {
  /// What it is for.
  enum Purpose: Hashable, Sendable {
    case find, date, command

    var context: Context {
      switch self {
      case .find: .find
      case .date: .date
      case .command: .commandLine
      }
    }

    /// What stands before the text.
    var lead: String {
      switch self {
      case .find: "/"
      case .date: "Day: "
      case .command: ":"
      }
    }

    /// What may be typed, shown while nothing is.
    var hint: String {
      switch self {
      case .find: "a beat, a unit's callsign or leader"
      case .date: "5, 5.12, 2026-12-05, +7, -7"
      case .command: "w, q, wq, or a command's name"
      }
    }
  }

  let purpose: Purpose
  var field = TextField()
}
