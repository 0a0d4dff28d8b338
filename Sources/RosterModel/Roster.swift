/// The whole: places, units, rules, demand, absences and assignments of a period.
///
/// A roster may be wrong: it may name what does not exist or post a unit twice. It holds what people entered, and the
/// rule catalogue says what is wrong with it.
public struct Roster: Hashable, Sendable {
  /// The period, shifts, regimes and weights.
  public var settings: RosterSettings
  /// The districts in the order of their ids.
  public var districts: [District] = []
  /// The departments in the order of their ids.
  public var departments: [Department] = []
  /// The beats in the order of their ids.
  public var beats: [Beat] = []
  /// The units in the order of their ids.
  public var units: [Unit] = []
  /// The demand rows in the order written.
  public var demand: [DemandRow] = []
  /// Who is posted where, history included, in no particular order.
  public var assignments: [Assignment] = []
  /// Who is away.
  public var absences: [Absence] = []
  /// Who asks for what.
  public var requests: [Request] = []
  /// Which findings are accepted.
  public var waivers: [Waiver] = []
  /// Which days of which districts are published.
  public var publications: [Publication] = []
  /// What was published.
  public var published: [Assignment] = []
  /// What happened, for deriving demand.
  public var incidents: [Incident] = []
  /// Ids that some row names and no table defines.
  public var strays: [String] = []
  /// The notes of assignments; the first is empty.
  public var notes: [String] = [""]

  /// A roster with settings and empty tables.
  public init(settings: RosterSettings) { self.settings = settings }
}
