import Coverage
import Files
import RosterModel
import Sheets

/// Writes what the options of `patrol export` ask for.
struct RosterExport {
  /// What to write, where to, and which part.
  var options: ExportOptions
  /// That the roster is stale, which all that is written says; `nil` where it is not.
  var staleness: Staleness?
  /// Are told what `--clip` leaves out; `nil` for nobody.
  var streams: StandardStreams?

  /// Writes what was asked for of a roster.
  ///
  /// - Parameter isInterrupted: asked between two files.
  /// - Returns: what was written, in that order.
  /// - Throws: `CommandFailure`; what was asked for after it is not written.
  func run(_ roster: Roster, isInterrupted: () -> Bool = { false }) throws -> [ExportedItem] {
    let selection = try options.selection(in: roster, telling: streams)
    let grid = CoverageGrid(roster)
    var items: [ExportedItem] = []
    do {
      if let path = options.sheets {
        items.append(try writeSheets(roster, grid, selection, to: path, isInterrupted: isInterrupted))
      }
      if let path = options.table { items += try writeTable(roster, grid, selection, to: path) }
      if let path = options.calendar {
        items.append(try writeCalendars(roster, grid, selection, to: path, isInterrupted: isInterrupted))
      }
      if let path = options.report { items.append(try writeReport(roster, grid, selection, to: path)) }
      if let path = options.xlsx { items.append(try writeWorkbook(roster, grid, selection, to: path)) }
    } catch let error as SheetFolderError {
      throw CommandFailure(error.status, error.description)
    } catch let error as FileFailure {
      throw CommandFailure(ExitStatus(error.obstacle), error.description)
    }
    return items
  }

  private func writeSheets(
    _ roster: Roster, _ grid: CoverageGrid, _ selection: SheetSelection, to path: String, isInterrupted: () -> Bool
  ) throws -> ExportedItem {
    let book = SheetBook(roster, grid: grid, selection: selection)
    var notCovered = 0
    let report = try SheetFolder(path: path).replaceSheets(
      in: SheetRange(selection, in: roster), overwritesEdited: options.force
    ) { export in
      for sheet in book.sheets {
        if isInterrupted() { throw SheetFolderError.interrupted }
        notCovered += sheet.rows.count(where: \.isNotCovered)
        let text = sheet.csv(in: roster, dialect: options.dialect, staleness: staleness)
        try export.stage(sheet.key(in: roster), text.bytes, sheet.record(in: roster, of: text))
      }
    }
    var item = ExportedItem(.sheets, path)
    (item.written, item.unchanged, item.removed) = (report.written, report.unchanged, report.removed)
    item.notCovered = notCovered
    return item
  }
}

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
