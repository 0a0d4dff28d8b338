extension ChangeFault {
  /// Why the change does not apply, as people say it after the change.
  public var words: String {
    switch self {
    case .notThere: "what it changes is not there any more"
    case .thereAlready: "it is there already, and says something else"
    case .differs: "it has another status or note by now"
    case .dayDiffers: "the unit stands elsewhere that day, which whoever acted did not know"
    case .takenAway: "the tables do not have it any more"
    case .notUnderstood: "its days cannot be read"
    }
  }
}
