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
      "    not made: \(ChangeText.line($0.change)): \(Self.words($0.fault))"
    }
    return lines.map(\.shown).joined(separator: "\n")
  }

  private static func words(_ fault: ChangeFault) -> String {
    switch fault {
    case .notThere: "what it changes is not there any more"
    case .thereAlready: "it is there already, and says something else"
    case .differs: "it has another status or note by now"
    case .dayDiffers: "the unit stands elsewhere that day, which whoever acted did not know"
    case .notUnderstood: "its days cannot be read"
    }
  }
}
