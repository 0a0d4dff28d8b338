import RosterModel
import Screen

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
