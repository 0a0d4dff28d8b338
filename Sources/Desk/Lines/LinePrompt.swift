/// A line that is typed at the foot of the window.
struct LinePrompt: Hashable, Sendable {
  /// What it is for.
  enum Purpose: Hashable, Sendable {
    case find, date, command, filter

    var context: Context {
      switch self {
      case .find: .find
      case .date: .date
      case .command: .commandLine
      case .filter: .filter
      }
    }

    /// What stands before the text.
    var lead: String {
      switch self {
      case .find: "/"
      case .date: "Day: "
      case .command: ":"
      case .filter: "Only: "
      }
    }

    /// What may be typed, shown while nothing is.
    var hint: String {
      switch self {
      case .find: "a beat, a unit's callsign or leader"
      case .date: "5, 5.12, 2026-12-05, +7, -7"
      case .command: "q, or a command's name"
      case .filter: "a unit, a beat, a person, a day, a word"
      }
    }
  }

  let purpose: Purpose
  var field = TextField()
}
