/// The demand and the wishes of one week.
public struct NurseWeek: Sendable {
  /// How many are wanted in a shift with a skill on a day.
  public struct Requirement: Sendable {
    /// The day of the week, Monday being 0.
    public var day: Int
    /// Index of the shift.
    public var shift: Int
    /// Index of the skill.
    public var skill: Int
    /// Fewer than the lower bound is not allowed; each below the upper bound costs.
    public var count: ClosedRange<Int>
  }

  /// A wish not to work.
  public struct OffWish: Sendable {
    /// Index of the nurse.
    public var nurse: Int
    /// Index of the shift, or `nil` for any.
    public var shift: Int?
    /// The day of the week, Monday being 0.
    public var day: Int
  }

  /// The demand.
  public var requirements: [Requirement] = []
  /// The wishes.
  public var wishes: [OffWish] = []
}
