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
