/// What a person decided about a change that could not be replayed.
public enum Settlement: String, CaseIterable, Sendable {
  /// It was done again.
  case redone
  /// It is not wanted any more.
  case dropped
}
