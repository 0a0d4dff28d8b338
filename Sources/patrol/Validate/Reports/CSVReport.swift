import Coverage
import RosterModel
import Screen
import Sheets

/// The findings as a table: RFC 4180, and no cell that a spreadsheet would run as a formula.
enum CSVReport {
  /// The columns; they never move, and new ones come last.
  static let columns = ["severity", "rule", "name", "file", "line", "column", "subject", "message", "fingerprint"]

  /// The table with its header.
  static func text(_ report: ValidationReport) -> String {
    var table = CSVText(.rfc4180)
    table.append(row: columns)
    for finding in report.shown { table.append(row: cells(of: finding).map(guarded)) }
    return String(decoding: table.bytes, as: UTF8.self)
  }

  private static func cells(of finding: Finding) -> [String] {
    [
      finding.severity.rawValue, finding.rule.id, finding.rule.name, finding.location?.file ?? "",
      finding.location?.line.map(String.init) ?? "", finding.location?.column.map(String.init) ?? "",
      finding.subject.description, finding.message, Fingerprint(finding).description,
    ]
  }

  /// A cell that neither a spreadsheet nor a terminal takes for a command.
  private static func guarded(_ cell: String) -> String { CSVDialect.excel.guarded(cell.shown) }
}
