/// How far from its home a unit may be posted.
public enum Reach: String, CaseIterable, Sendable {
  case department, district, city
}
