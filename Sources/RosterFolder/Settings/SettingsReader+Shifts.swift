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
