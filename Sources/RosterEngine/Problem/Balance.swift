/// A wish that each member's load stays near a target of its own: fairness.
///
/// The cost of a member is `weight * max(0, |load - target| - tolerance)^2`, rounded down. A fixed target a member (the
/// group's mean, scaled to the days the member is there) makes the sum over the group that of squared deviations, and
/// each staff member's part depends on nobody else.
public struct Balance: Hashable, Sendable {
  /// What is counted over the days of the period.
  public enum Measure: Hashable, Sendable, CaseIterable {
    /// Assignments to night shifts.
    case nights
    /// Assignments on days of ``Problem/weekends``.
    case weekendDays
    /// Minutes of work, in hours.
    case hours
  }

  /// A staff member and the load that would be fair.
  public struct Member: Hashable, Sendable {
    /// Index into ``Problem/staff``.
    public var staff: Int
    /// Hundredths of a night, day or hour.
    public var target: Int

    /// Creates a member with its target in hundredths.
    public init(staff: Int, target: Int) {
      self.staff = staff
      self.target = target
    }
  }

  /// What is counted.
  public var measure: Measure
  /// Cost of the square of one night, day or hour; at most 1000.
  public var weight: Int
  /// Hundredths of a night, day or hour that cost nothing.
  public var tolerance: Int
  /// Who is in the group; a staff member is in at most one group of a measure.
  public var members: [Member]

  /// Creates a group.
  public init(measure: Measure, weight: Int, tolerance: Int = 0, members: [Member]) {
    self.measure = measure
    self.weight = weight
    self.tolerance = tolerance
    self.members = members
  }
}
