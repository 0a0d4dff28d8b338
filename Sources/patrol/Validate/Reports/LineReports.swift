import Coverage
import Files
import RosterModel
import Screen
import Sheets
import Tables

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

/// The findings as workflow commands: GitHub Actions shows each beside its row.
///
/// Source: GitHub, "Workflow commands for GitHub Actions"; the escapes are those of its own `@actions/core`.
enum GitHubReport {
  /// A command for each finding that is shown, and a notice with the figures.
  static func text(_ report: ValidationReport) -> String {
    let lines = report.shown.map { command($0, in: report.source.place) }
    return (lines + ["::notice title=patrol::" + data(report.summaryLine)]).joined(separator: "\n") + "\n"
  }

  private static func command(_ finding: Finding, in folder: String) -> String {
    var properties: [String] = []
    if let location = finding.location {
      properties.append("file=" + property(FilePath.joined(folder, location.file)))
      if let line = location.line { properties.append("line=\(line)") }
      if let column = location.column { properties.append("col=\(column)") }
    }
    properties.append("title=" + property("\(finding.rule.id) \(finding.rule.name)"))
    return "::\(level(finding.severity)) \(properties.joined(separator: ","))::\(data(finding.message))"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info, .off: "notice"
    }
  }

  /// Text after the colons: it ends with the line, so a line end in it must not.
  private static func data(_ text: String) -> String { escaped(text, [:]) }

  /// The value of a property: it ends at a comma or colon too.
  private static func property(_ text: String) -> String { escaped(text, [":": "%3A", ",": "%2C"]) }

  private static func escaped(_ text: String, _ more: [Character: String]) -> String {
    text.shown.reduce(into: "") { escaped, character in
      escaped += character == "%" ? "%25" : more[character] ?? String(character)
    }
  }
}
