/// The findings as compilers print them, and the figures in a last line.
enum TextReport {
  /// The report as a file holds it, without colours.
  static func text(_ report: ValidationReport) -> String {
    lines(report, colour: false) + report.summaryLine + "\n"
  }

  /// A line for each finding that is shown.
  static func lines(_ report: ValidationReport, colour: Bool) -> String {
    report.shown.reduce(into: "") { $0 += FindingText.line($1, colour: colour) + "\n" }
  }
}
