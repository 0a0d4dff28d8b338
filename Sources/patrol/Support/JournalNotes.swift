import Journal
import RosterModel

/// What is to be said of a roster's journal, beside the roster.
enum JournalNotes {
  /// One line for each thing.
  static func lines(_ reading: RosterReading) -> [String] {
    var lines: [String] = []
    if case .unreadable(_, let time) = reading.journal {
      let kept = reading.recovered > 0 ? ", and \(reading.recovered) acts since from .patrol-tail" : ""
      let time = reading.roster.map { " as of " + JournalTime.text(time * 1_000, in: $0.settings) } ?? ""
      lines.append(
        "warning: These are the tables\(time)\(kept); other edits since then would be missing"
      )
    }
    if reading.recovered > 0 {
      let count = reading.recovered
      let (acts, them) = count == 1 ? ("act", "it") : ("\(count) acts", "them")
      lines.append(
        "warning: the journal has lost its last \(acts), and .patrol-tail has \(them): no edit is missing. Whoever edits "
          + "the roster next puts \(them) back")
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
