import ArgumentParser

/// A report asked for on the command line, as `FORMAT=FILE`.
struct ReportFile: ExpressibleByArgument {
  /// How it is written.
  var format: ReportFormat
  /// Where to.
  var path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), let format = ReportFormat(rawValue: String(argument[..<equals]))
    else { return nil }
    path = String(argument[argument.index(after: equals)...])
    self.format = format
    // Standard output is what --format writes.
    if path.isEmpty || path == TableFile.standardOutput { return nil }
  }
}
