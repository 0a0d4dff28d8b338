import Journal
import RosterModel
import Screen

/// What `patrol log` answers.
struct LogAnswer {
  /// The acts, in the order of recording.
  var entries: [JournalEntry]
  /// What of all acts could not be made and nobody has settled.
  var conflicts: [ReplayConflict]
  /// The settings of the roster, for its zone.
  var settings: RosterSettings

  /// How many changes of an act are listed for people; programs get all.
  private static let mostChanges = 20

  /// The answer for people: a line an act, and under it what it changed.
  var text: String { entries.map(lines).joined(separator: "\n") }

  private func lines(_ entry: JournalEntry) -> String {
    let draft = entry.draft
    var head = "\(entry.position.number)  \(JournalTime.text(entry.at, in: settings))  \(entry.author.person)  "
    head += draft.kind.position.map { "\(draft.kind.word) of \($0.number): " } ?? ""
    head += draft.name
    if draft.isForced { head += " (forced)" }
    if !draft.reason.isEmpty { head += ": \(draft.reason)" }
    var lines = [head]
    lines += draft.changes.prefix(Self.mostChanges).map { "    " + ChangeText.line($0) }
    if draft.changes.count > Self.mostChanges {
      lines.append("    ... and \(draft.changes.count - Self.mostChanges) more")
    }
    lines += conflicts.filter { $0.position == entry.position }.map {
      "    not made: \(ChangeText.line($0.change)): \($0.fault.words)"
    }
    return lines.map(\.shown).joined(separator: "\n")
  }
}
