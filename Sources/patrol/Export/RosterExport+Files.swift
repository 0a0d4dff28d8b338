import Coverage
import RosterModel
import Sheets

extension RosterExport {
  /// Writes the flat table, and its description where that is asked for.
  func writeTable(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String
  ) throws -> [String] {
    let table = FlatTable(roster, grid: grid, selection: selection)
    let text = table.csv(dialect: options.dialect)
    let file = TableFile(path: path)
    if options.datapackage, !options.force { try file.checkDescription() }
    try file.write(text.bytes, remembering: table.record(of: text, selection: selection))
    if options.datapackage {
      let name = TableFile.parts(of: path).name
      let package = DataPackage(title: roster.settings.title, table: name, dialect: options.dialect)
      try TableFile(path: file.besides(DataPackage.fileName)).write(package.text)
    }
    return path == TableFile.standardOutput ? [] : ["\(path): \(table.count) postings"]
  }

  /// Writes a calendar of each unit of the chosen part, or posted in it.
  func writeCalendars(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String, isInterrupted: () -> Bool
  ) throws -> String {
    let days = selection.periodDays(in: roster) ?? roster.settings.period
    let calendars = UnitCalendar(roster, grid: grid, days: days)
    let isWhole = selection.district == nil && selection.department == nil
    let files = roster.units.indices.lazy.map { UnitReference($0) }
      .filter { isWhole || isChosen($0, roster, grid, selection, days) }
      .compactMap { unit in calendars.fileName(of: unit).map { (name: $0, bytes: calendars.file(of: unit)) } }
    let report = try CalendarFolder(path: path).replace(
      files, isWhole: isWhole, overwritesForeign: options.force, isInterrupted: isInterrupted)
    return "\(path): \(report.written) calendars written, \(report.unchanged) unchanged, \(report.removed) removed"
  }

  private func isChosen(
    _ unit: UnitReference, _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, _ days: ClosedRange<Day>
  ) -> Bool {
    if selection.includes(roster.units[unit.index].home, in: roster) { return true }
    return grid.assignments(of: unit).contains { posting in
      days.contains(posting.day) && posting.beat.isKnown
        && selection.includes(roster.beats[posting.beat.index].place, in: roster)
    }
  }

  /// Writes the printable page.
  func writeReport(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String
  ) throws -> [String] {
    let days = selection.periodDays(in: roster) ?? roster.settings.period
    let report = CoverageReport(roster, grid: grid, selection: selection, days: days)
    try TableFile(path: path).write(report.html)
    return path == TableFile.standardOutput ? [] : ["\(path): the report of \(days.count) days"]
  }

  /// Writes the sheets as a workbook.
  func writeWorkbook(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String
  ) throws -> [String] {
    let workbook = SheetWorkbook(SheetBook(roster, grid: grid, selection: selection), of: roster)
    try TableFile(path: path).write(try WorkbookFile.bytes(of: workbook))
    return path == TableFile.standardOutput ? [] : ["\(path): \(workbook.worksheets.count) worksheets"]
  }
}
