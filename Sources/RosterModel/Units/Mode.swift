/// How a unit moves.
public enum Mode: String, CaseIterable, Sendable {
  case foot, car, motorcycle, bicycle, mounted, canine, boat, drone
}
