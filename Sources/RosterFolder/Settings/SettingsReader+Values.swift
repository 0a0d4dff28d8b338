import Characters
import RosterModel

extension SettingsReader {
  /// Reports a key whose value is wrong or missing.
  mutating func reject(_ section: TomlSection, _ key: String, expected: String) {
    let name = Evidence.shortened(section.name(key))
    guard let value = section.entries[key] else {
      report(
        FormatRules.badValue, section.path(key), expected: expected, "\(name) is missing: expected \(expected); add it")
      return
    }
    report(
      FormatRules.badValue, section.path(key), value: value.shown, expected: expected,
      "\(name) is \(value.shown): expected \(expected); mend it")
  }

  /// Warns of keys that the format does not know.
  mutating func warnOfUnknown(_ section: TomlSection, _ known: [String]) {
    for key in section.entries.keys.sorted() where !known.contains(key) {
      report(
        FormatRules.unknownColumn, section.path(key), value: key,
        "key \(Evidence.described(section.name(key))) is not known, and passed over; known here are "
          + known.joined(separator: ", "))
    }
  }

  /// A text of one line.
  mutating func text(_ section: TomlSection, _ key: String, isRequired: Bool = false) -> String? {
    switch section.entries[key] {
    case .text(let text):
      if text.unicodeScalars.contains(where: Evidence.isControl) {
        report(
          FormatRules.controlCharacter, section.path(key),
          "control character in \(section.name(key)) \(Evidence.quoted(text)); remove it")
      }
      return text
    case nil where !isRequired: return nil
    default:
      reject(section, key, expected: "a text in quotes")
      return nil
    }
  }

  /// A whole number in a range.
  mutating func integer(
    _ section: TomlSection, _ key: String, in range: ClosedRange<Int>, isRequired: Bool = false
  ) -> Int? {
    switch section.entries[key] {
    case .integer(let value) where range.contains(value): return value
    case nil where !isRequired: return nil
    default:
      reject(
        section, key,
        expected: range.upperBound == .max
          ? "a whole number, \(range.lowerBound) or more"
          : "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
  }

  /// A number of hours, in minutes; fractions down to the minute are read.
  mutating func minutes(
    _ section: TomlSection, _ key: String, hours range: ClosedRange<Int>, isRequired: Bool = false
  ) -> Int? {
    let hours: Double
    switch section.entries[key] {
    case .integer(let value) where range.contains(value): return value * 60
    case .number(let value): hours = value
    case nil where !isRequired: return nil
    default: hours = .nan
    }
    if hours >= Double(range.lowerBound), hours <= Double(range.upperBound) {
      let minutes = (hours * 60).rounded()
      if minutes > 0 || range.lowerBound == 0, abs(minutes - hours * 60) < 0.001 { return Int(minutes) }
    }
    reject(section, key, expected: "a number of hours from \(range.lowerBound) to \(range.upperBound), as 8 or 7.5")
    return nil
  }

  /// A true or false.
  mutating func flag(_ section: TomlSection, _ key: String) -> Bool? {
    switch section.entries[key] {
    case .flag(let value): return value
    case nil: return nil
    default:
      reject(section, key, expected: "true or false")
      return nil
    }
  }

  /// A date, with quotes or without.
  mutating func day(_ section: TomlSection, _ key: String) -> Day? {
    switch section.entries[key] {
    case .date(let day): return day
    case .text(let text):
      if let day = Day(iso: text) { return day }
    default: break
    }
    reject(section, key, expected: "a date as 2026-12-31")
    return nil
  }

  /// A list of texts; of `nil` in it the log already tells.
  mutating func texts(_ section: TomlSection, _ key: String, expected: String, isRequired: Bool = false) -> [String]? {
    switch section.entries[key] {
    case .array(let values):
      let texts = values.compactMap { value -> String? in
        if case .text(let text) = value { return text }
        return nil
      }
      if texts.count == values.count { return texts }
    case nil where !isRequired: return nil
    default: break
    }
    reject(section, key, expected: expected)
    return nil
  }

  /// A list of weekdays.
  mutating func weekdays(_ section: TomlSection, _ key: String) -> [Weekday]? {
    let expected = "a list of mon, tue, wed, thu, fri, sat, sun"
    guard let texts = texts(section, key, expected: expected) else { return nil }
    let weekdays = texts.compactMap { Weekday(abbreviation: $0) }
    guard weekdays.count == texts.count else {
      reject(section, key, expected: expected)
      return nil
    }
    return weekdays
  }

  /// The forces of a list.
  mutating func forces(_ section: TomlSection, _ key: String) -> ForceSet? {
    let expected = "a list of " + Evidence.oneOf(Force.allCases.map(\.rawValue))
    guard let texts = texts(section, key, expected: expected, isRequired: true) else { return nil }
    let forces = texts.compactMap { Force(rawValue: $0) }
    guard forces.count == texts.count, !forces.isEmpty else {
      reject(section, key, expected: expected)
      return nil
    }
    return ForceSet(forces)
  }

  /// A table below a table; empty where there is none.
  mutating func section(_ parent: TomlSection, _ key: String) -> TomlSection {
    switch parent.entries[key] {
    case .table(let entries): return TomlSection(path: parent.path(key), entries: entries)
    case nil: break
    default: reject(parent, key, expected: "a table, [\(parent.name(key))]")
    }
    return TomlSection(path: parent.path(key), entries: [:])
  }

  /// The entries of an array of tables; empty where there is none.
  mutating func sections(_ parent: TomlSection, _ key: String, atMost most: Int) -> [TomlSection] {
    guard let value = parent.entries[key] else { return [] }
    guard case .array(let values) = value else {
      reject(parent, key, expected: "tables, each headed [[\(parent.name(key))]]")
      return []
    }
    if values.count > most {
      report(
        FormatRules.notRead, parent.path(key),
        "\(values.count) of [[\(key)]]; at most \(most) are read, remove the others")
    }
    return values.prefix(most).enumerated().compactMap { index, value in
      let path = parent.path(key) + ["\(index)"]
      if case .table(let entries) = value { return TomlSection(path: path, entries: entries) }
      report(FormatRules.badValue, path, "\(key) holds \(value.shown): expected tables, each headed [[\(key)]]")
      return nil
    }
  }
}
