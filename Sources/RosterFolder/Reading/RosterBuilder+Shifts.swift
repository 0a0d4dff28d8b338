import RosterModel

/// What happened during shifts: who was moved, late or sent home, and who was phoned.
extension RosterBuilder {
  mutating func readManoeuvres(_ scan: inout TableScan) {
    var firstLines: [Manoeuvre: Int32] = [:]
    while scan.nextRow() {
      let day = scan.day(ManoeuvreColumn.day)
      let shift: ShiftReference = scan.reference(
        ManoeuvreColumn.shift, in: shifts, strays: &strays, meant: &meantShifts)
      let unit: UnitReference = scan.reference(ManoeuvreColumn.unit, in: units, strays: &strays, meant: &meantUnits)
      let at = clock(ManoeuvreColumn.at, &scan)
      let kind = scan.word(ManoeuvreColumn.what, Manoeuvre.Kind.self)
      let beat = optionalBeat(ManoeuvreColumn.beat, &scan)
      if let kind, kind.namesBeat != (beat != nil) {
        scan.reject(
          ManoeuvreColumn.beat,
          expected: kind.namesBeat ? "the beat where it stands then" : "nothing beside \(kind.rawValue)")
      }
      guard let kind, scan.isRowGood else { continue }
      let row = Manoeuvre(
        day: day, shift: shift, unit: unit, at: at, kind: kind, beat: beat,
        reason: scan.string(ManoeuvreColumn.reason), by: scan.string(ManoeuvreColumn.by), line: scan.line)
      if let first = firstLines[row.key] {
        scan.rejectDuplicate(
          ManoeuvreColumn.day,
          message: "the same unit, shift, time and \(kind.rawValue) as in line \(first); remove one of the two rows")
        continue
      }
      firstLines[row.key] = scan.line
      roster.manoeuvres.append(row)
    }
  }

  /// A time of a duty day.
  private func clock(_ column: ManoeuvreColumn, _ scan: inout TableScan) -> ClockTime {
    let text = scan.string(column)
    let plain = TableScan.plain(text)
    // As spreadsheets write it, `21:40:00`.
    let short = plain.count > 5 && plain.hasSuffix(":00") ? String(plain.dropLast(3)) : plain
    guard let time = ClockTime(text: short) else {
      scan.reject(column, expected: "a time of the duty day as 21:40, past midnight as 26:10")
      return ClockTime(minutes: 0)
    }
    if time.description != text { scan.forgive(column, as: time.description) }
    return time
  }

  mutating func readCalls(_ scan: inout TableScan) {
    var firstLines: [Call: Int32] = [:]
    while scan.nextRow() {
      let day = scan.day(CallColumn.day)
      let shift: ShiftReference = scan.reference(CallColumn.shift, in: shifts, strays: &strays, meant: &meantShifts)
      let beat: BeatReference = scan.reference(CallColumn.beat, in: beats, strays: &strays, meant: &meantBeats)
      let unit: UnitReference = scan.reference(CallColumn.unit, in: units, strays: &strays, meant: &meantUnits)
      let at = Self.instant(CallColumn.at, &scan)
      guard let answer = scan.word(CallColumn.answer, Call.Answer.self), scan.isRowGood else { continue }
      let row = Call(
        day: day, shift: shift, beat: beat, unit: unit, at: at, answer: answer, by: scan.string(CallColumn.by),
        note: scan.string(CallColumn.note), line: scan.line)
      if let first = firstLines[row.key] {
        scan.rejectDuplicate(
          CallColumn.day,
          message: "the same unit, cell and time as in line \(first); remove one of the two rows")
        continue
      }
      firstLines[row.key] = scan.line
      roster.calls.append(row)
    }
  }
}
