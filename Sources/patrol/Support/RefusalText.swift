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
    case .clash, .notThere, .breaksRules, .wantsReason, .alreadyRecorded: .no
    case .notWritten(_, let obstacle): ExitStatus(obstacle)
    }
  }
}
