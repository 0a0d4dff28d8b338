import RosterModel

/// Generates rosters of cities of any size, with a solution planted in them.
///
/// First the rotas of all units are planted so that every rule is kept; then the units are put on beats; then the
/// demand is what stands there. So it is known that no gap and no shortfall are possible. Absences are drawn from the
/// planted days off, and spare units come on top.
public enum RosterGenerator {
  /// A roster of these options; the same options give the same roster.
  ///
  /// O(units × days) time and memory.
  public static func generate(_ options: GeneratorOptions) throws(GeneratorOptionError) -> GeneratedRoster {
    try options.check()
    let horizon = Horizon(options)
    let city = City(options, horizon: horizon)
    var plant = Plant(city, options: options, horizon: horizon)
    let demand = DemandDeriver(city, firstDay: options.firstDay).rows(
      units: plant.units, assignments: plant.assignments, horizon: horizon)
    plant.leaveOut(perCent: -options.spare, seed: options.seed)

    let settings = StandardSettings.settings(options)
    var roster = Roster(settings: settings)
    roster.districts = city.districts
    roster.departments = city.departments
    roster.beats = city.beats
    roster.units = plant.units.map(\.unit)
    roster.demand = demand
    roster.assignments = plant.assignments
    addWishes(to: &roster, plant, options: options, horizon: horizon)
    roster.sortByIDs()
    let isHistory = roster.assignments.partition { $0.day >= options.firstDay }
    let planted = Array(roster.assignments[isHistory...])
    roster.assignments.removeSubrange(isHistory...)
    return GeneratedRoster(
      roster: roster, plant: planted, settingsText: SettingsText(settings, options: options).text)
  }

  private static func addWishes(
    to roster: inout Roster, _ plant: Plant, options: GeneratorOptions, horizon: Horizon
  ) {
    var random = SeededRandom(seed: options.seed, 3)
    let absences = AbsenceDraw(horizon: horizon)
    let requests = RequestDraw(horizon: horizon)
    for (index, unit) in plant.units.enumerated() {
      let reference = UnitReference(index)
      roster.absences += absences.absences(of: reference, rota: unit.rota, random: &random)
      roster.requests += requests.requests(of: reference, unit, random: &random)
    }
  }
}

/// A roster that was generated, and the solution that was planted in it.
public struct GeneratedRoster: Sendable {
  /// The roster without the plant: its assignments are the history alone.
  public var roster: Roster
  /// The assignments of the period that keep every rule and meet all demand of the roster; where units were left out,
  /// what the others stand of it.
  public var plant: [Assignment]
  /// The text of its `roster.toml`.
  public var settingsText: String

  /// The roster with the plant as its assignments.
  public var planted: Roster {
    var planted = roster
    planted.assignments += plant
    return planted
  }
}
