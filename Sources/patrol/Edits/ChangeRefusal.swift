import Coverage
import Journal
import RosterModel

/// Why a change of a roster was not written.
enum ChangeRefusal: Error {
  /// It breaks rules of severity error that were kept before.
  case breaksRules([Finding])
  /// It changes published days, each named by district and date, and no reason is given.
  case wantsReason([String])
  /// It changes who stood where in shifts that have begun, and no reason is given.
  case worked([PostingName])
  /// The folder could not be read whole, so nobody knows what the change would break; where it is the journal that could not
  /// be read, there is nowhere to write the change either.
  case notWhole(JournalError?)
  /// What it would take away or change is not there; the words say what, and what to do.
  case nothingThere(String)
  /// Another has changed the same meanwhile; the words say who, what and what to do.
  case clash(String)
  /// The key was given to another act; the words say to which, and what to do.
  case keyTaken(String)
  /// The journal did not take it, whatever it is; the words say why, and what to do.
  case notWritten(String)
  /// No row of a table can say it; the words say what, and what to do.
  case unwritable(String)
  /// What was given to be done is not understood; each of the words names a place, and says what to do.
  case unreadable([String])

  /// What sort of refusal it is, for programs.
  var kind: String {
    switch self {
    case .breaksRules: "breaks-rules"
    case .wantsReason: "wants-reason"
    case .worked: "worked"
    case .notWhole: "not-whole"
    case .nothingThere: "nothing-there"
    case .clash: "clash"
    case .keyTaken: "key-taken"
    case .notWritten: "not-written"
    case .unwritable: "unwritable"
    case .unreadable: "unreadable"
    }
  }

  /// The same for standard error, where it is said already what of the folder could not be read.
  var verdict: String {
    if case .notWhole(_?) = self { RefusalText.unread } else { message }
  }

  /// Whether what was given could not be read whole.
  var isUnreadable: Bool {
    if case .unreadable = self { true } else { false }
  }

  /// Why, and what to do.
  var message: String {
    switch self {
    case .breaksRules(let findings):
      "it would make \(findings.count) new error\(findings.count == 1 ? "" : "s"). Choose otherwise, or write it all "
        + "the same with --force --reason TEXT"
    case .wantsReason(let days):
      "\(days.prefix(5).joined(separator: ", "))\(days.count > 5 ? " and \(days.count - 5) more" : "") "
        + "\(days.count == 1 ? "is" : "are") published. Say why it changes with --reason TEXT"
    case .worked(let postings):
      "\(Self.words(postings)) has begun: what was worked is changed by a correction only. Say why with --reason TEXT"
    case .notWhole(let journal?): "\(journal)"
    case .notWhole(nil):
      "the roster could not be read whole, so what it breaks is not known. Mend what is listed, or write it all the "
        + "same with --force --reason TEXT"
    case .nothingThere(let words), .clash(let words), .keyTaken(let words), .notWritten(let words),
      .unwritable(let words):
      words
    case .unreadable(let faults): faults.joined(separator: "\n")
    }
  }
}

extension ChangeRefusal {
  /// Why a step is not made in a roster: what it breaks, and what it changes for no reason.
  ///
  /// - Parameters:
  ///   - broken: the errors that it makes, which nothing excuses.
  ///   - grid: the roster without it, at the time taken for now.
  static func all(
    of step: EditStep, making changes: [RowChange], breaking broken: [Finding], isForced: Bool, reason: String?,
    in grid: CoverageGrid
  ) -> [ChangeRefusal] {
    var refusals: [ChangeRefusal] = []
    if !isForced, !broken.isEmpty { refusals.append(.breaksRules(broken)) }
    guard reason == nil else { return refusals }
    let published = grid.publications(changedBy: step)
    if !published.isEmpty {
      refusals.append(.wantsReason(published.map { "\(grid.frame.roster.id($0.district)) \($0.day)" }))
    }
    let worked = grid.worked(changedBy: changes)
    if !worked.isEmpty { refusals.append(.worked(worked)) }
    return refusals
  }

  private static func words(_ postings: [PostingName]) -> String {
    let named = postings.prefix(3).map { "\($0.day) \($0.shift) of \($0.unit)" }.joined(separator: ", ")
    return postings.count > 3 ? "\(named) and \(postings.count - 3) more" : named
  }

  /// What the journal has refused, as a refusal of the change.
  init(_ refusal: EditRefusal) {
    switch refusal {
    case .clash: self = .clash(RefusalText.words(refusal))
    case .worked(let posting): self = .worked([posting])
    case .alreadyRecorded: self = .keyTaken(RefusalText.words(refusal))
    case .notThere: self = .nothingThere(RefusalText.words(refusal))
    case .breaksRules(let findings): self = .breaksRules(findings)
    case .wantsReason(let district, let day): self = .wantsReason(["\(district) \(day)"])
    case .notWritten(let words, _): self = .notWritten(words)
    }
  }
}
