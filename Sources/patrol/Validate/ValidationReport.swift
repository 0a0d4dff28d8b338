import Coverage
import RosterFolder
import RosterModel

/// What a validation has to say: the folder's own findings and the catalogue's.
struct ValidationReport {
  /// Whether the roster passes.
  enum Verdict: String {
    case pass, fail, incomplete
  }

  /// Every finding, sorted.
  let findings: [Finding]
  /// Those of them that are printed.
  let shown: ArraySlice<Finding>
  /// References that cannot be checked, because the table they point into could not be read.
  let unchecked: Int
  /// The figures.
  let summary: ValidationSummary
  /// What the catalogue ran; `nil` where there was no roster to run it on.
  let result: ValidationResult?
  /// The folder as it was read.
  let snapshot: FolderSnapshot

  init(_ snapshot: FolderSnapshot, _ result: ValidationResult?, shown limit: Int?) {
    self.snapshot = snapshot
    self.result = result
    let unread = UnreadReferences(snapshot.unreadTables)
    let own = result?.findings ?? []
    unchecked = own.count(where: unread.contains)
    findings = Finding.sorted(snapshot.findings + own.filter { !unread.contains($0) })
    shown = findings.prefix(limit ?? findings.count)
    var summary = ValidationSummary()
    for finding in findings { summary.count(finding) }
    summary.waived = result?.summary.waived ?? 0
    summary.coverage = result?.summary.coverage ?? CoverageSummary()
    self.summary = summary
  }

  /// Whether it passes when `failOn` fails.
  func verdict(_ failOn: FailOn) -> Verdict {
    guard snapshot.isComplete else { return .incomplete }
    let fails = failOn.fails(errors: summary.errors, warnings: summary.warnings, infos: summary.infos)
    return fails ? .fail : .pass
  }

  /// The figures in one line for people.
  var summaryLine: String {
    let coverage = summary.coverage
    var line = "\(counted(summary.errors, "error")), \(counted(summary.warnings, "warning")), "
    line += "\(counted(summary.infos, "info")); "
    if summary.waived > 0 { line += "\(summary.waived) waived; " }
    if result == nil {
      line += "no rule about the roster could be run"
    } else {
      line += "\(coverage.met) of \(coverage.squares) squares at target, \(counted(coverage.gaps, "gap")), "
      line += "\(coverage.missing) of \(coverage.required) required units missing"
    }
    if shown.count < findings.count { line += "; \(findings.count - shown.count) findings not shown" }
    if unchecked > 0 { line += "; \(counted(unchecked, "reference")) into unread tables not checked" }
    if !snapshot.isComplete { line += "; not everything could be read" }
    return line
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
