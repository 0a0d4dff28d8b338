import Journal
import RosterModel

/// Why the journal did not take an act, in words that end with what to do.
enum RefusalText {
  /// Of a roster whose journal cannot be read, which is told with why among what is wrong with its folder.
  static let unread = "its journal could not be read, as is said above"

  /// Why nothing can be recorded in a session, where that is not told yet.
  static func obstacle(of session: RosterSession) -> String { session.unread == nil ? "\(session.access)" : unread }

  /// The words; what they quote from the roster is not made harmless for a terminal yet.
  static func words(_ refusal: EditRefusal) -> String {
    switch refusal {
    case .clash(let unit, let day, let entry):
      "\(entry.author.person) has changed \(unit)\(day.map { " on \($0)" } ?? "") meanwhile: \(entry.draft.name) "
        + "(entry \(entry.position.number)). Look at the roster again and repeat what is still wanted"
    case .notThere(let change):
      "the roster is no longer as it was: \(ChangeText.line(change)). Look at it again and repeat what is still wanted"
    case .breaksRules(let findings):
      "it would make \(findings.count) new error\(findings.count == 1 ? "" : "s"), the first: "
        + "\(findings.first?.message ?? ""). Choose otherwise, or force it with a reason"
    case .wantsReason(let district, let day):
      "\(district) \(day) is published. Say why it changes with --reason TEXT"
    case .worked(let posting):
      "\(posting.day) \(posting.shift) of \(posting.unit) has begun: what was worked is changed by a correction only. Say "
        + "why with --reason TEXT"
    case .alreadyRecorded(let entry):
      "\(entry.draft.key ?? "") is entry \(entry.position.number) already: \(entry.draft.name), by "
        + "\(entry.author.person). Nothing was done again; for another act take another id"
    case .notWritten(let words, _): words
    }
  }
}

extension EditRefusal {
  /// The code that a verb ends with: the answer is no, unless something was in the way of asking.
  var status: ExitStatus {
    switch self {
    case .clash, .notThere, .breaksRules, .wantsReason, .worked, .alreadyRecorded: .no
    case .notWritten(_, let obstacle): ExitStatus(obstacle)
    }
  }
}

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
    guard let settings = reading.roster?.settings else { return lines }
    return lines + self.lines(conflicts: reading.conflicts, of: reading.conflictActs, in: settings)
  }

  /// How many acts are named.
  private static let mostActs = 3

  /// What is to be said of acts that the roster does not have: how many there are, and who did the latest, what and when.
  ///
  /// - Parameter acts: at least the latest of them.
  static func lines(
    conflicts: [ReplayConflict], of acts: [JournalEntry], in settings: RosterSettings
  ) -> [String] {
    guard let words = words(conflicts) else { return [] }
    let named = acts.suffix(mostActs)
    let more = conflicts.positions.count - named.count
    return [
      "warning: \(words); `patrol log --conflicts` lists \(conflicts.positions.count == 1 ? "it" : "them"), `patrol redo "
        + "--entry N` does one again, `--drop N` lets it be"
    ] + (more > 0 ? ["  ... \(more) before these"] : []) + named.map { "  " + ActText.head($0, in: settings) }
  }

  /// That acts are not in the roster; `nil` where all are.
  static func words(_ conflicts: [ReplayConflict]) -> String? {
    let count = conflicts.positions.count
    guard count > 0 else { return nil }
    let acts = count == 1 ? "1 recorded act is" : "\(count) recorded acts are"
    if conflicts.allSatisfy({ $0.fault == .takenAway }) {
      return "another program has edited the tables, and \(acts) not in them any more, or not wholly"
    }
    return "another program has edited the tables, and \(acts) not in the roster, or not wholly"
  }
}
