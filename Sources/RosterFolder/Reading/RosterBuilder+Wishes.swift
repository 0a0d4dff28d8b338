import RosterModel

extension RosterBuilder {
  mutating func readDemand(_ scan: inout TableScan) {
    var firstLines: [DemandRow: Int32] = [:]
    firstLines.reserveCapacity(min(scan.lineCount, Self.usualDemand))
    while scan.nextRow() {
      let place = place(DemandColumn.place, &scan)
      let isPerBeat = scan.flag(DemandColumn.per, Self.perBeat)
      let kind = scan.optionalWord(DemandColumn.kind, BeatKind.self)
      let days = scan.days(DemandColumn.days)
      let shift = optionalShift(DemandColumn.shift, &scan)
      let force = scan.optionalWord(DemandColumn.force, Force.self)
      let minimum = scan.integer(DemandColumn.minimum, in: Self.unitCounts) ?? 0
      let target = scan.integer(DemandColumn.target, in: Self.unitCounts)
      let maximum = scan.integer(DemandColumn.maximum, in: Self.unitCounts)
      if let target, target < minimum {
        scan.reject(DemandColumn.target, expected: "at least the minimum, \(minimum), or nothing")
      }
      if let maximum, maximum < target ?? minimum {
        scan.reject(DemandColumn.maximum, expected: "at least the target, \(target ?? minimum), or nothing")
      }
      guard scan.isRowGood else { continue }
      var row = DemandRow(
        place: place, isPerBeat: isPerBeat, kind: kind, days: days, shift: shift, force: force,
        skill: scan.skill(DemandColumn.skill), minimum: 0)
      if let first = firstLines[row] {
        scan.rejectDuplicate(
          DemandColumn.place, message: "the same demand as in line \(first); remove one of the two rows")
        continue
      }
      firstLines[row] = scan.line
      row.minimum = minimum
      row.target = target ?? minimum
      row.maximum = maximum
      row.line = scan.line
      roster.demand.append(row)
    }
  }

  mutating func readAbsences(_ scan: inout TableScan) {
    while scan.nextRow() {
      let unit: UnitReference = scan.reference(AbsenceColumn.unit, in: units, strays: &strays, meant: &meantUnits)
      let days = scan.days(AbsenceColumn.days)
      let shift = optionalShift(AbsenceColumn.shift, &scan)
      guard let reason = scan.word(AbsenceColumn.reason, AbsenceReason.self), scan.isRowGood else { continue }
      roster.absences.append(Absence(unit: unit, days: days, shift: shift, reason: reason, line: scan.line))
    }
  }

  mutating func readRequests(_ scan: inout TableScan) {
    while scan.nextRow() {
      let unit: UnitReference = scan.reference(RequestColumn.unit, in: units, strays: &strays, meant: &meantUnits)
      let days = scan.days(RequestColumn.days)
      let matter = matter(RequestColumn.shift, &scan)
      let wish = scan.word(RequestColumn.wish, Request.Wish.self)
      let weight = scan.integer(RequestColumn.weight, in: Self.weights) ?? 1
      guard let wish, scan.isRowGood else { continue }
      roster.requests.append(
        Request(unit: unit, days: days, matter: matter, wish: wish, weight: weight, line: scan.line))
    }
  }

  private mutating func matter(_ column: some TableColumn, _ scan: inout TableScan) -> Request.Matter {
    let text = scan.string(column)
    if text == Self.off { return .off }
    // Where a shift has that name in capitals it is the shift.
    if TableScan.plain(text) == Self.off, !roster.settings.shifts.shifts.contains(where: { $0.id == text }) {
      scan.forgive(column, as: Self.off)
      return .off
    }
    return optionalShift(column, &scan).map { .shift($0) } ?? .anyShift
  }

  /// What `per` holds where a demand row is one for each beat.
  static let perBeat = "beat"
  /// What a request's shift holds where it asks for a day without work.
  static let off = "off"
  /// The demand rows for which room is made at once.
  private static let usualDemand = 1 << 16
  /// The counts of units that demand may name.
  private static let unitCounts = 0...100_000
  /// The weights of requests and incidents.
  static let weights = 1...1_000_000
}
