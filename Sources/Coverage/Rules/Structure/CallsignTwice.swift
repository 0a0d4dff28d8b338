import RosterModel

/// ORG005: two units with one callsign.
enum CallsignTwice: RosterRule {
  static let info = RuleInfo(
    id: "ORG005", name: "callsign-twice", severity: .warning,
    summary: "Two units have the same callsign.",
    reason: "On the air and on the shift sheet nobody can tell them apart. Give one of them another callsign.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let units = frame.roster.units
    for (number, other) in twins(units.map(\.callsign)) {
      collector.report(
        .init(district: frame.places.districtOfUnit[number], force: units[number].force), .unit(units[number].id),
        at: .row("units.csv", units[number].line, "callsign"),
        data: [.init("callsign", units[number].callsign), .init("other", units[other].id)],
        "\(units[number].id) has the callsign of \(units[other].id): \(units[number].callsign)")
    }
  }

  /// The positions of names that stood before, each with the first that is the same; empty names are nobody's.
  private static func twins(_ names: [String]) -> [(Int, Int)] {
    // Hashing a text normalises it, which is slow; bytes do unless some name could be written in two ways.
    if names.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } || $0.unicodeScalars.allSatisfy(isWrittenOneWay) }) {
      return twins(of: names.map { Fingerprint(rule: "", subject: $0).value }, names)
    }
    return twins(of: names, names)
  }

  private static func twins<Key: Hashable>(of keys: [Key], _ names: [String]) -> [(Int, Int)] {
    var first: [Key: Int] = [:]
    first.reserveCapacity(keys.count)
    var found: [(Int, Int)] = []
    for (position, key) in keys.enumerated() where !names[position].isEmpty {
      guard let other = first[key] else {
        first[key] = position
        continue
      }
      if names[other] == names[position] { found.append((position, other)) }
    }
    return found
  }

  /// Whether a character has no second form while no combining mark is about.
  ///
  /// These are Latin and Cyrillic without the marks that combine with the letter before them.
  private static func isWrittenOneWay(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x400...0x482).contains(scalar.value)
  }
}
