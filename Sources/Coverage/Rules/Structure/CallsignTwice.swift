import Characters
import RosterModel

/// ORG005: two units with one callsign.
enum CallsignTwice: RosterRule {
  static let info = RuleInfo(
    id: "ORG005", name: "callsign-twice", severity: .warning,
    summary: "Two units have the same callsign, or two that look or sound the same.",
    reason: "On the air and on the shift sheet nobody can tell them apart. Give one of them another callsign. "
      + "Case, blanks, characters that do not show, and Latin and Cyrillic letters that look alike make no difference.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let units = frame.roster.units
    for (number, other) in twins(units.map(\.callsign.withoutDisguise)) {
      let (callsign, taken) = (units[number].callsign, units[other].callsign)
      let difference = callsign.twin(in: taken).map { " (\($0))" } ?? ""
      collector.report(
        .init(district: frame.places.districtOfUnit[number], force: units[number].force), .unit(units[number].id),
        at: .row("units.csv", units[number].line, "callsign"),
        data: [.init("callsign", callsign), .init("other", units[other].id)],
        callsign == taken
          ? "\(units[number].id) has the callsign of \(units[other].id): \(callsign)"
          : "\(units[number].id) is called \(callsign), which looks or sounds like \(taken) of \(units[other].id)\(difference)"
      )
    }
  }

  /// The positions of names that stood before, each with the first that is the same; empty names are nobody's.
  private static func twins(_ names: [String]) -> [(Int, Int)] {
    // Hashing a text normalises it, which is slow and is done already.
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(names.count)
    var found: [(Int, Int)] = []
    for (position, name) in names.enumerated() where !name.isEmpty {
      let key = Fingerprint(rule: "", subject: name).value
      guard let other = first[key] else {
        first[key] = position
        continue
      }
      if names[other] == name { found.append((position, other)) }
    }
    return found
  }
}
