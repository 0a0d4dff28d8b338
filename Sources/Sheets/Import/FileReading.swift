import Characters
import Coverage
import RosterModel

/// Reads the postings of one file, and says of every row what keeps it from being one.
///
/// A row that was exported as it stands is what it was: its ids need not be known any more. What a person has written must
/// name what the roster has.
struct FileReading {
  /// A beat on a day.
  struct BeatDay: Hashable {
    var day: Day
    var beat: String

    init(day: Day, beat: String) { (self.day, self.beat) = (day, beat) }
    init(_ name: PostingName) { (day, beat) = (name.day, name.beat) }
  }

  /// The postings of the file.
  private(set) var postings: [ReadPosting] = []
  /// What is wrong with it.
  var problems: [ImportProblem] { rows.problems }
  /// Whether its header could be used.
  var isUsable: Bool { rows.isUsable }
  /// What a person has written that is not read back.
  var warnings: [ImportProblem] = []
  /// How the file ends.
  private(set) var end = FileEnd()

  let file: String
  let ids: RosterIDs
  let written: [PostingName: WrittenPosting]
  /// What was exported on each beat of each day.
  let writtenOnBeat: [BeatDay: [PostingName]]
  var plain: PlainCells
  private let roster: Roster
  private let extent: ImportSource.Extent
  private let filter: PostingFilter?
  private var rows: ImportRows
  private var lines: [PostingName: Int] = [:]
  /// Where the last posting was exported.
  private let lastBeat: BeatDay?
  private let lastShift: String?
  private let hasBase: Bool
  private var nearUnits: NearHints
  private var nearCallsigns: NearHints
  private var nearBeats: NearHints
  private var nearShifts: NearHints

  /// Reads a file.
  ///
  /// O(bytes).
  init(_ source: ImportSource, _ bytes: [UInt8], roster: Roster, ids: RosterIDs, grid: CoverageGrid) {
    self.roster = roster
    self.ids = ids
    nearUnits = NearHints { roster.units.map(\.id) }
    nearCallsigns = NearHints { roster.units.map(\.callsign) }
    nearBeats = NearHints { roster.beats.map(\.id) }
    nearShifts = NearHints { roster.settings.shifts.shifts.map(\.id) }
    file = source.file
    extent = source.extent
    plain = PlainCells(source.extent, roster, grid: grid)
    written = Dictionary(
      (source.base?.postings ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    hasBase = source.base != nil
    lastBeat = source.base?.postings?.last.map { BeatDay($0.name) }
    lastShift = source.base?.postings?.last?.name.shift
    writtenOnBeat = Dictionary(grouping: written.keys.sorted(), by: BeatDay.init)
    var wanted = ["beat", "callsign", "unit", "shift", "status", "note"]
    if case .table(let selection) = source.extent {
      wanted.append("day")
      filter = selection.map { PostingFilter($0, in: roster) }
    } else {
      filter = nil
    }
    rows = ImportRows(
      bytes, file: source.file, wanted: wanted, others: plain.columns.map(\.name) + ["changes"],
      dialect: source.base?.dialect)
    guard rows.isUsable else { return }
    while let row = rows.next() { read(row) }
    end.hasLineEnd = rows.hasLineEnd
    if let last = rows.last { (end.lastLine, end.missingCells) = last }
  }

  private mutating func read(_ row: ImportRow) {
    guard let day = day(of: row) else { return }
    let callsign = row["callsign"]
    let isNobody =
      SpreadsheetText.cell(callsign, says: "") || SpreadsheetText.cell(callsign, says: SheetColumn.notCovered)
    if lastBeat == BeatDay(day: day, beat: ids.beats.spelled(row["beat"])) {
      end.rowsOnLastBeat += 1
      if row["shift"].isEmpty || ids.shifts.spelled(row["shift"]) == lastShift { end.rowsInLastCell += 1 }
    }
    if row["unit"].isEmpty, isNobody {
      // Wherever sorting has put it.
      if SpreadsheetText.cell(row["beat"], says: Staleness.mark) { return }
      if case .sheet = extent, SpreadsheetText.cell(row["beat"], says: SheetColumn.end) {
        end.hasMark = true
      } else if end.hasMark {
        end.isMarkMoved = true
      }
      return warnOfNobody(row)
    }
    guard let shift = shift(of: row) else { return }
    guard let unit = row["unit"].isEmpty ? unit(called: callsign, row) : row["unit"] else { return }
    var name = PostingName(
      day: day, shift: ids.shifts.spelled(shift), beat: ids.beats.spelled(row["beat"]),
      unit: ids.units.spelled(unit))
    if ids.units[name.unit] == nil, written[name] == nil {
      let called = ids.units(called: unit)
      if called.count == 1 { name.unit = called[0] }
    }
    if let line = lines[name] {
      rows.report(
        row, "unit", "\(name.unit) stands on \(name.beat) in line \(line) already; remove one of the two rows")
      return
    }
    lines[name] = row.line
    guard let remark = remark(of: row, name) else { return }
    let old = written[name]
    if end.hasMark, old != nil || !hasBase { end.isMarkMoved = true }
    if old == nil, !isPossible(name, row) { return }
    if !isNobody, old?.callsign != callsign, !isCallsign(callsign, of: name.unit) {
      rows.report(
        row, "callsign",
        "'\(callsign)' is not the callsign of \(name.unit)\(known(name.unit)); change both, or empty the cell of the unit's id "
          + "to have it found by the callsign")
      return
    }
    warnOfPlainCells(row, name)
    let posting = WrittenPosting(name, callsign: callsign, remark: remark)
    postings.append(ReadPosting(posting: posting, line: row.line, column: row.position(of: "unit") ?? 1))
  }

  private mutating func day(of row: ImportRow) -> Day? {
    if case .sheet(let key) = extent { return key.day }
    let text = SpreadsheetText.trimmed(row["day"])
    guard let day = Day(iso: text) ?? Day(spreadsheet: text) else {
      rows.report(row, "day", "'\(row["day"])' is not a duty day; write it as 2026-12-05")
      return nil
    }
    return day
  }

  /// The shift of a row: on a sheet, its tile where the cell is empty.
  private mutating func shift(of row: ImportRow) -> String? {
    if !row["shift"].isEmpty { return row["shift"] }
    if case .sheet(let key) = extent { return key.shift }
    rows.report(row, "shift", "the shift is missing; write its id")
    return nil
  }

  private mutating func unit(called callsign: String, _ row: ImportRow) -> String? {
    let found = ids.units(called: callsign)
    if found.count == 1 { return found[0] }
    let reason =
      found.isEmpty
      ? "no unit is called '\(callsign)'\(Self.disguise(callsign)); write the unit's id"
        + (nearCallsigns.hint(for: callsign).map { " (\($0))" } ?? "")
      : "several units are called '\(callsign)': \(found.prefix(5).joined(separator: ", ")); write the unit's id"
    rows.report(row, "callsign", reason)
    return nil
  }

  private mutating func remark(of row: ImportRow, _ name: PostingName) -> PostingRemark? {
    let note = SpreadsheetText.withPlainLineBreaks(
      [row["note"], row["changes"]].filter { !$0.isEmpty }.joined(separator: "; "))
    let isLocked = SpreadsheetText.cell(row["status"], says: "locked")
    guard isLocked || SpreadsheetText.cell(row["status"], says: "") else {
      rows.report(row, "status", "'\(row["status"])' is not a status; write locked or nothing")
      return nil
    }
    let isNew = written[name]?.remark.note != note
    if isNew {
      for column in ["note", "changes"] {
        let lines = SpreadsheetText.withPlainLineBreaks(row[column])
        if let unsafe = lines.replacing("\n", with: " ").firstUnsafe {
          rows.report(
            row, column,
            "the note holds a control character or another that does not show as it is (\(unsafe)); remove it")
          return nil
        }
        if lines.contains("\n") { warn(row, column, "holds a line break, which is kept") }
      }
    }
    return PostingRemark(isLocked: isLocked, note: note)
  }

  private func isCallsign(_ callsign: String, of unit: String) -> Bool {
    ids.units(called: callsign).contains(unit)
  }

  private func known(_ unit: String) -> String {
    guard let number = ids.units[unit] else { return "" }
    return ", which is called '\(HarmlessText.from(roster.units[number].callsign))'"
  }
}

extension FileReading {
  /// Whether the roster has all that a new posting names, and the file is the one to say it.
  private mutating func isPossible(_ name: PostingName, _ row: ImportRow) -> Bool {
    guard let beat = ids.beats[name.beat] else {
      rows.report(row, "beat", unknown("beat", name.beat, nearBeats.hint(for: name.beat)))
      return false
    }
    guard let shift = ids.shifts[name.shift] else {
      rows.report(row, "shift", unknown("shift", name.shift, nearShifts.hint(for: name.shift)))
      return false
    }
    guard let unit = ids.units[name.unit] else {
      rows.report(row, "unit", unknown("unit", name.unit, nearUnits.hint(for: name.unit)))
      return false
    }
    let assignment = Assignment(
      day: name.day, shift: ShiftReference(shift), beat: BeatReference(beat), unit: UnitReference(unit))
    return isInside(assignment, row)
  }

  /// A name that the roster does not have.
  private func unknown(_ kind: String, _ name: String, _ hint: String?) -> String {
    "no \(kind) '\(name)' in this roster\(Self.disguise(name)); write the id of one" + (hint.map { " (\($0))" } ?? "")
  }

  private static func disguise(_ name: String) -> String { name.firstLookAlike.map { " (\($0))" } ?? "" }

  private mutating func isInside(_ assignment: Assignment, _ row: ImportRow) -> Bool {
    switch extent {
    case .sheet(let key):
      let place = roster.id(roster.beats[assignment.beat.index].place)
      guard place == key.place else {
        rows.report(
          row, "beat", "beat '\(row["beat"])' is of \(place), not of \(key.place); write it on the sheet of \(place)")
        return false
      }
      let plan = roster.settings.shifts
      guard plan.tileNumbers[assignment.shift.index].contains(where: { plan.tile($0).id == key.shift }) else {
        rows.report(
          row, "shift", "shift '\(row["shift"])' is no part of \(key.shift); write it on a sheet of its own time")
        return false
      }
    case .table:
      guard filter?.takes(assignment) != false else {
        rows.report(row, "day", "the row is outside of what the table was exported for; remove it")
        return false
      }
    }
    return true
  }
}
