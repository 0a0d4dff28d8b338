import Characters
import RosterModel

extension SettingsReader {
  /// The most shifts of a roster.
  private static let mostShifts = 32
  /// The longest shift, in hours.
  private static let longestShift = 48
  /// The most parts of a split duty.
  private static let mostParts = 8

  /// The tiles and duties.
  mutating func readShifts(_ root: TomlSection) -> ShiftPlan {
    let sections = sections(root, "shift", atMost: Self.mostShifts)
    if sections.isEmpty, root.entries["shift"] == nil {
      reject(root, "shift", expected: "the shifts of a day, each headed [[shift]]")
    }
    var names: Set<String> = []
    let named = sections.compactMap { section -> (id: String, section: TomlSection)? in
      warnOfUnknown(section, ["id", "name", "start", "hours", "night", "covers", "parts"])
      guard let id = shiftID(section) else { return nil }
      guard names.insert(id.lowercased()).inserted else {
        report(
          FormatRules.duplicateKey, section.path("id"), value: id,
          "shift \(id) stands twice: ids are unique without regard to case; give one another id")
        return nil
      }
      return (id, section)
    }
    let tiles = named.filter { $0.section.entries["covers"] == nil }.compactMap { id, section -> Shift? in
      let tile = tile(id, section)
      if tile == nil { unusable.add("shift", id) }
      return tile
    }
    var shifts: [Shift] = []
    var covers: [[String]] = []
    for (id, section) in named {
      if let tile = tiles.first(where: { $0.id == id }) {
        shifts.append(tile)
        covers.append([])
      } else if section.entries["covers"] != nil, let (duty, covered) = duty(id, section, tiles: tiles, all: named) {
        shifts.append(duty)
        covers.append(covered)
      } else {
        unusable.add("shift", id)
      }
    }
    for index in shifts.indices {
      shifts[index].covers = covers[index].compactMap { id in
        shifts.firstIndex { $0.id == id }.map { ShiftReference($0) }
      }
    }
    return ShiftPlan(shifts)
  }

  private mutating func shiftID(_ section: TomlSection) -> String? {
    guard case .text(let id) = section.entries["id"], Identifier.isValid(id), id.lowercased() != RosterBuilder.off
    else {
      reject(section, "id", expected: Identifier.expectation + ", and not off")
      if case .text(let id) = section.entries["id"] { unusable.add("shift", id) }
      return nil
    }
    return id
  }

  private mutating func tile(_ id: String, _ section: TomlSection) -> Shift? {
    let name = text(section, "name") ?? id
    let isNight = flag(section, "night") ?? false
    if section.entries["parts"] != nil {
      reject(section, "parts", expected: "start and hours: only a shift with covers can be split")
    }
    let start = start(section, isRequired: true)
    let minutes = minutes(section, "hours", hours: 0...Self.longestShift, isRequired: true)
    guard let start, let minutes, isLong(minutes, section) else { return nil }
    return Shift(id: id, name: name, start: start, minutes: minutes, isNight: isNight)
  }

  /// A duty and the ids of the tiles it covers.
  private mutating func duty(
    _ id: String, _ section: TomlSection, tiles: [Shift], all: [(id: String, section: TomlSection)]
  ) -> (Shift, [String])? {
    let expected = "a list of the ids of tiles, shifts that have no covers themselves"
    let name = text(section, "name") ?? id
    guard let ids = texts(section, "covers", expected: expected) else { return nil }
    let covered = tiles.filter { ids.contains($0.id) }
    guard !covered.isEmpty, covered.count == ids.count else {
      let unknown = ids.first { id in !tiles.contains { $0.id == id } }
      if let unknown, unusable.explains("shift", unknown) { return nil }
      report(
        FormatRules.badValue, section.path("covers"), value: unknown, expected: expected,
        "\(section.name("covers")) names \(unknown.map { Evidence.described($0) } ?? "no tile, or one twice"): expected \(expected)"
      )
      return nil
    }
    let isNight = covered.contains(where: \.isNight)
    if let said = flag(section, "night"), said != isNight {
      reject(section, "night", expected: "\(isNight), as its tiles say, or nothing")
    }
    guard let parts = parts(section, over: ClockSpan.joined(covered.flatMap(\.parts))), let first = parts.first else {
      return nil
    }
    let duty = Shift(id: id, name: name, parts: first, Array(parts.dropFirst()), isNight: isNight)
    return (duty, covered.map(\.id))
  }

  /// When a duty is worked: by its parts, by start and hours, or by the times of its tiles, between which it pauses.
  private mutating func parts(_ section: TomlSection, over tiles: [ClockSpan]) -> [ClockSpan]? {
    let isTimed = section.entries["start"] != nil || section.entries["hours"] != nil
    if section.entries["parts"] != nil {
      if !isTimed { return parts(section) }
      reject(section, "parts", expected: "parts alone, or start and hours alone")
      return nil
    }
    let start = start(section, isRequired: false)
    let minutes = minutes(section, "hours", hours: 0...Self.longestShift)
    if let minutes, !isLong(minutes, section) { return nil }
    guard let first = tiles.first, let last = tiles.last else { return nil }
    let begin = start ?? first.start
    let length = minutes ?? (last.end.minutes - begin.minutes)
    guard (1...Self.longestShift * 60).contains(length) else {
      reject(section, "hours", expected: "hours of its own: its tiles do not end after it starts, or last too long")
      return nil
    }
    return isTimed ? [ClockSpan(start: begin, end: ClockTime(minutes: begin.minutes + length))] : tiles
  }

  /// The parts of a split duty as they are written.
  private mutating func parts(_ section: TomlSection) -> [ClockSpan]? {
    let expected =
      "times as [\"06:00-10:00\", \"18:00-22:00\"] in their order with a pause between, past midnight as \"22:00-26:00\", "
      + "at most \(Self.mostParts)"
    guard let texts = texts(section, "parts", expected: expected) else { return nil }
    let parts = texts.prefix(Self.mostParts + 1).compactMap { ClockSpan(text: $0) }
    guard parts.count == texts.count, (1...Self.mostParts).contains(parts.count),
      zip(parts, parts.dropFirst()).allSatisfy({ $0.end < $1.start })
    else {
      reject(section, "parts", expected: expected)
      return nil
    }
    return parts
  }

  private mutating func start(_ section: TomlSection, isRequired: Bool) -> ClockTime? {
    let value = section.entries["start"]
    if value == nil, !isRequired { return nil }
    if case .text(let text) = value, let time = ClockTime(text: text) { return time }
    reject(section, "start", expected: "a time as \"08:00\", past midnight as \"24:00\"")
    return nil
  }

  private mutating func isLong(_ minutes: Int, _ section: TomlSection) -> Bool {
    if minutes > 0 { return true }
    reject(section, "hours", expected: "more than 0 hours, and at most \(Self.longestShift)")
    return false
  }
}

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
