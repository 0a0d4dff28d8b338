import RosterModel

/// What the journal, or the roster as it is by now, did not take, for the dispatcher to answer.
struct Refusal: Sendable {
  /// What was wanted.
  let intention: Intention
  /// Why it was not taken.
  let reason: EditRefusal
  /// What was done after it and cannot stand without it.
  var alsoTakenBack: [String] = []

  /// Whether it may be done all the same, with a reason.
  var canBeForced: Bool {
    if case .breaksRules = reason { return true }
    return false
  }
}
