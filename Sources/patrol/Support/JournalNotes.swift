import Journal
import RosterModel

/// What is to be said of a roster's journal, beside the roster.
enum JournalNotes {
  /// One line for each thing.
  static func lines(_ reading: RosterReading) -> [String] {
    var lines: [String] = []
    if case .unreadable(let error, let time) = reading.journal {
      let time = reading.roster.map { " as of " + JournalTime.text(time * 1_000, in: $0.settings) } ?? ""
      lines.append("warning: \(error). These are the tables\(time); edits since then are missing")
    }
    if !reading.conflicts.isEmpty {
      let count = reading.conflicts.count
      lines.append(
        "warning: the tables were edited by another program, and \(count) change\(count == 1 ? "" : "s") of the journal "
          + "could not be made in them; open the roster at the desk, then `patrol log --conflicts` lists them")
    }
    return lines
  }
}
