/// What reading a file back would take away, where that is more than people take away without saying so.
public struct ImportRemoval: Hashable, Sendable {
  /// Why it is to be confirmed.
  public enum Cause: String, Hashable, Sendable {
    /// More than half of what was there would be gone.
    case moreThanHalf = "more-than-half"
    /// Nothing says where the file ends, so what it lacks may have been cut off.
    case endNotKnown = "end-not-known"
  }

  /// The file's name; `nil` for all files that were read together.
  public var file: String?
  /// How many postings it would take away.
  public var takenAway: Int
  /// How many there were: what was exported, or what the roster has where nothing is remembered.
  public var had: Int
  /// Why it is to be confirmed.
  public var cause: Cause

  /// The reason in words, ending with what to do.
  public var message: String {
    let what = "\(takenAway) of \(had) postings would be taken away"
    let advice = "Where they are to go, import with --removals; otherwise export again with --force"
    switch cause {
    case .moreThanHalf: return "\(what). \(advice)"
    case .endNotKnown: return "\(what), and nothing says where the file ends, so it may have been cut off. \(advice)"
    }
  }
}
