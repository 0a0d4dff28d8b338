import Coverage
import Files
import RosterModel
import Sheets

extension RosterExport {
  /// Writes the flat table, and its description where that is asked for.
  func writeTable(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String
  ) throws -> [ExportedItem] {
    let table = FlatTable(roster, grid: grid, selection: selection)
    let text = table.csv(dialect: options.dialect, staleness: staleness)
    let file = TableFile(path: path)
    if options.datapackage, !options.force { try file.checkDescription() }
    try file.write(text.bytes, remembering: table.record(of: text, selection: selection))
    var item = ExportedItem(.table, path)
    item.postings = table.count
    var items = [item]
    if options.datapackage {
      let name = FilePath.parts(of: path).name
      let package = DataPackage(
        title: roster.settings.title, table: name, dialect: options.dialect, staleness: staleness)
      let target = file.besides(DataPackage.fileName)
      try TableFile(path: target).write(package.text)
      items.append(ExportedItem(.datapackage, target))
    }
    return items
  }

  /// Writes a calendar of each unit of the chosen part, or posted in it.
  func writeCalendars(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String, isInterrupted: () -> Bool
  ) throws -> ExportedItem {
    let days = selection.periodDays(in: roster) ?? roster.settings.period
    let calendars = UnitCalendar(roster, grid: grid, days: days, staleness: staleness)
    let isWhole = selection.district == nil && selection.department == nil
    let files = roster.units.indices.lazy.map { UnitReference($0) }
      .filter { isWhole || isChosen($0, roster, grid, selection, days) }
      .compactMap { unit in calendars.fileName(of: unit).map { (name: $0, bytes: calendars.file(of: unit)) } }
    let report = try CalendarFolder(path: path).replace(
      files, isWhole: isWhole, overwritesForeign: options.force, isInterrupted: isInterrupted)
    var item = ExportedItem(.calendars, path)
    (item.written, item.unchanged, item.removed) = (report.written, report.unchanged, report.removed)
    return item
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
  ) throws -> ExportedItem {
    let days = selection.periodDays(in: roster) ?? roster.settings.period
    let report = CoverageReport(
      roster, grid: grid, selection: selection, days: days, staleness: staleness)
    try TableFile(path: path).write(report.html)
    var item = ExportedItem(.report, path)
    item.days = days.count
    return item
  }

  /// Writes the sheets as a workbook.
  func writeWorkbook(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String
  ) throws -> ExportedItem {
    let workbook = SheetWorkbook(
      SheetBook(roster, grid: grid, selection: selection), of: roster, staleness: staleness)
    try TableFile(path: path).write(try WorkbookFile.bytes(of: workbook))
    var item = ExportedItem(.workbook, path)
    item.worksheets = workbook.worksheets.count
    return item
  }
}
