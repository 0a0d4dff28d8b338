import ArgumentParser

/// How a validation's findings are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// One finding a line, as compilers print it.
  case text
  /// Everything, for programs; docs/validate.schema.json is its schema.
  case json
  /// SARIF 2.1.0, for code scanning and editors.
  case sarif
  /// JUnit XML, for the test view of a CI server.
  case junit
  /// Workflow commands, which GitHub Actions shows beside the rows.
  case github
  /// A table for spreadsheets, safe to open there.
  case csv

  /// The report as the text of a file.
  ///
  /// - Throws: `CommandFailure` where it cannot be written as JSON, which is a fault of the program.
  func text(_ report: ValidationReport) throws -> String {
    switch self {
    case .text: TextReport.text(report)
    case .json: try JSONText.encode(JSONReport(report)) + "\n"
    case .sarif: try JSONText.encode(SarifReport.log(report), keys: .useDefaultKeys) + "\n"
    case .junit: JUnitReport.text(report)
    case .github: GitHubReport.text(report)
    case .csv: CSVReport.text(report)
    }
  }
}
