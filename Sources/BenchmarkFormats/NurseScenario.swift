/// A scenario of the Second International Nurse Rostering Competition.
///
/// S. Ceschia, N. Dang, P. De Causmaecker, S. Haspeslagh, A. Schaerf, 2015; mobiz.vives.be/inrc2.
public struct NurseScenario: Sendable {
  /// A kind of shift.
  public struct Shift: Sendable {
    /// The name that solutions use.
    public var id: String
    /// Days of it in a row.
    public var run: ClosedRange<Int>
    /// Shifts, by index, that must not be worked the day after.
    public var forbiddenNext: [Int] = []
  }

  /// What a nurse has agreed to; all of it is soft.
  public struct Contract: Sendable {
    /// The name that nurses refer to.
    public var id: String
    /// Days worked in the horizon, history included.
    public var assignments: ClosedRange<Int>
    /// Days worked in a row.
    public var workRun: ClosedRange<Int>
    /// Days off in a row.
    public var offRun: ClosedRange<Int>
    /// The most weekends worked, history included.
    public var mostWeekends: Int
    /// Whether weekends are worked on both days or none.
    public var wantsCompleteWeekends: Bool
  }

  /// A nurse.
  public struct Nurse: Sendable {
    /// The name that solutions use.
    public var id: String
    /// Index of the contract.
    public var contract: Int
    /// Indices of the skills.
    public var skills: [Int]
  }

  /// Weeks of the horizon.
  public var weekCount: Int
  /// Names of the skills.
  public var skills: [String] = []
  /// The shifts.
  public var shifts: [Shift] = []
  /// The contracts.
  public var contracts: [Contract] = []
  /// The nurses.
  public var nurses: [Nurse] = []
}
