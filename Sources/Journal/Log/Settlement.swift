/// What a person decided about a change that the roster does not have.
public enum Settlement: String, CaseIterable, Sendable {
  /// It was done again.
  case redone
  /// It is not wanted any more.
  case dropped
  /// A later act has changed the same row.
  case overtaken
}
