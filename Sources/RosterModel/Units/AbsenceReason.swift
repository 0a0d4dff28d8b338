/// Why a unit is away.
public enum AbsenceReason: String, CaseIterable, Sendable {
  case leave, sick, training, court, unavailable, other
}
