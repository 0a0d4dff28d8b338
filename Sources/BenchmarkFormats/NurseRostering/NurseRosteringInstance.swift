/// A static instance of INRC-II: a scenario, a history, and all its weeks known beforehand.
public struct NurseRosteringInstance: Sendable {
  /// Nurses, shifts, contracts.
  public var scenario: NurseScenario
  /// What each nurse did before.
  public var past: [NursePast]
  /// The weeks, as many as the scenario has.
  public var weeks: [NurseWeek]

  /// Creates an instance of parts read before.
  public init(scenario: NurseScenario, past: [NursePast], weeks: [NurseWeek]) {
    self.scenario = scenario
    self.past = past
    self.weeks = weeks
  }
}
