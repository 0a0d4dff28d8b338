import Screen
import Sheets

/// One thing that `patrol export` wrote, for people and programs.
struct ExportedItem: Encodable {
  /// What was written.
  enum Kind: String, Encodable {
    case sheets, table, calendars, report, workbook, datapackage
  }

  var kind: Kind
  /// The folder or file as it was named; `-` for standard output.
  var path: String
  /// Files of a folder that are new or have changed.
  var written: Int?
  /// Files of a folder that were already as they should be.
  var unchanged: Int?
  /// Files of a folder that no longer hold.
  var removed: Int?
  /// Rows of sheets with demand and no unit.
  var notCovered: Int?
  /// Rows of the table.
  var postings: Int?
  /// Duty days of the report.
  var days: Int?
  /// Worksheets of the workbook.
  var worksheets: Int?

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// The line for people; `nil` where there is nothing to say.
  var text: String? {
    guard path != TableFile.standardOutput else { return nil }
    switch kind {
    case .sheets: return "\(path): \(folderText("sheets")); \(notCovered ?? 0) rows \(SheetColumn.notCovered)".shown
    case .calendars: return "\(path): \(folderText("calendars"))".shown
    case .table: return "\(path): \(postings ?? 0) postings".shown
    case .report: return "\(path): the report of \(days ?? 0) days".shown
    case .workbook: return "\(path): \(worksheets ?? 0) worksheets".shown
    case .datapackage: return nil
    }
  }

  private func folderText(_ files: String) -> String {
    "\(written ?? 0) \(files) written, \(unchanged ?? 0) unchanged, \(removed ?? 0) removed"
  }
}
