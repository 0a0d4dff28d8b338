import Characters
import RosterModel

extension SettingsReader {
  /// The most regimes of a roster.
  private static let mostRegimes = 256
  /// The hours of a year, above which no limit makes sense.
  private static let mostHours = 8784

  /// The regimes in the order of their names.
  mutating func readRegimes(_ root: TomlSection, shifts: ShiftPlan) -> [Regime] {
    let all = section(root, "regime")
    if all.entries.count > Self.mostRegimes {
      report(
        FormatRules.notRead, all.path,
        "\(all.entries.count) regimes; at most \(Self.mostRegimes) are read, remove the others")
    }
    var names: Set<String> = []
    return all.entries.keys.sorted().prefix(Self.mostRegimes).compactMap { name in
      guard Identifier.isValid(name), names.insert(name.lowercased()).inserted else {
        report(
          FormatRules.badValue, all.path(name), value: name, expected: Identifier.expectation,
          "regime name \(Evidence.described(name)): expected \(Identifier.expectation), unique without regard to case")
        unusable.add("regime", name)
        return nil
      }
      return regime(name, section(all, name), shifts)
    }
  }

  private mutating func regime(_ name: String, _ section: TomlSection, _ plan: ShiftPlan) -> Regime {
    warnOfUnknown(section, RegimeKey.allCases.map(\.rawValue) + ["source"])
    var regime = Regime(name: name, shifts: shifts(section, plan))
    regime.restMinutes = hours(section, .restHours)
    regime.weeklyRestMinutes = hours(section, .weeklyRestHours, atMost: 168)
    regime.maxMinutesPerWeek = hours(section, .maxHoursPerWeek)
    regime.minMinutes = hours(section, .minHours)
    regime.maxMinutes = hours(section, .maxHours)
    if let least = regime.minMinutes, let most = regime.maxMinutes, least > most {
      reject(section, RegimeKey.minHours.rawValue, expected: "at most max_hours")
    }
    regime.maxConsecutiveDays = count(section, .maxConsecutiveDays, in: 1...RosterSettings.longestPeriod)
    regime.maxConsecutiveNights = count(section, .maxConsecutiveNights, in: 0...RosterSettings.longestPeriod)
    regime.minConsecutiveDaysOff = count(section, .minConsecutiveDaysOff, in: 1...28)
    regime.maxWeekends = count(section, .maxWeekends, in: 0...RosterSettings.longestPeriod)
    regime.maxShifts = shiftLimits(section, plan)
    regime.sources = sources(section)
    return regime
  }

  private mutating func hours(_ section: TomlSection, _ key: RegimeKey, atMost most: Int = mostHours) -> Int? {
    minutes(section, key.rawValue, hours: 0...most)
  }

  private mutating func count(_ section: TomlSection, _ key: RegimeKey, in range: ClosedRange<Int>) -> Int? {
    integer(section, key.rawValue, in: range)
  }

  private mutating func shifts(_ section: TomlSection, _ plan: ShiftPlan) -> [ShiftReference] {
    let key = RegimeKey.shifts.rawValue
    let expected = "a list of the ids of shifts"
    return (texts(section, key, expected: expected, isRequired: true) ?? []).compactMap { id in
      if let index = plan.shifts.firstIndex(where: { $0.id == id }) { return ShiftReference(index) }
      if unusable.explains("shift", id) { return nil }
      report(
        FormatRules.badValue, section.path(key), value: id, expected: expected,
        "\(section.name(key)) names \(Evidence.described(id)): expected " + Self.ids(plan)
          + "; mend it or add the shift")
      return nil
    }
  }

  private mutating func shiftLimits(_ section: TomlSection, _ plan: ShiftPlan) -> [Regime.ShiftLimit] {
    let limits = self.section(section, RegimeKey.maxShifts.rawValue)
    warnOfUnknown(limits, plan.shifts.map(\.id))
    return plan.shifts.enumerated().compactMap { index, shift in
      integer(limits, shift.id, in: 0...RosterSettings.longestPeriod).map {
        Regime.ShiftLimit(shift: ShiftReference(index), most: $0)
      }
    }
  }

  private mutating func sources(_ section: TomlSection) -> [RegimeKey: String] {
    let texts = self.section(section, "source")
    warnOfUnknown(texts, RegimeKey.allCases.map(\.rawValue))
    var sources: [RegimeKey: String] = [:]
    for key in RegimeKey.allCases { sources[key] = text(texts, key.rawValue) }
    return sources
  }

  private static func ids(_ plan: ShiftPlan) -> String {
    plan.shifts.isEmpty ? "a shift that is defined" : Evidence.oneOf(plan.shifts.map(\.id))
  }
}
