import RosterModel

/// The question why something is done, which is done once it is answered.
struct ReasonPrompt: Sendable {
  /// What makes the question needed.
  enum Cause: Hashable, Sendable {
    /// A published day is touched; the day and the district in words.
    case published(String)
    /// Rules are broken.
    case brokenRules
  }

  var intention: Intention
  let cause: Cause
  var field = TextField()

  var title: String {
    switch cause {
    case .published(let day): "\(day) is published: why is it changed?"
    case .brokenRules: "Against the rules: why all the same?"
    }
  }
}
