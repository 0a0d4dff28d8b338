/// What sort of place a beat is.
public enum BeatKind: String, CaseIterable, Sendable {
  case post, route, response, checkpoint
}
