/// One of the three forces that patrol the city together.
public enum Force: String, CaseIterable, Comparable, Sendable {
  /// The internal affairs bodies.
  case police
  /// The National Guard.
  case `guard`
  /// The public.
  case volunteer

  /// The position in the order police, guard, volunteer; 0 to 2.
  public var index: Int {
    switch self {
    case .police: 0
    case .guard: 1
    case .volunteer: 2
    }
  }

  /// In the order police, guard, volunteer.
  public static func < (left: Force, right: Force) -> Bool { left.index < right.index }
}
