import Coverage
import Journal
import RosterFolder
import RosterModel

/// What a validation has to say: the folder's own findings and the catalogue's.
struct ValidationReport {
  /// Whether the roster passes.
  enum Verdict: String {
    case pass, fail, incomplete

    /// The exit code that says so.
    var status: ExitStatus {
      switch self {
      case .pass: .done
      case .fail: .no
      case .incomplete: .incomplete
      }
    }
  }

  /// What was validated.
  struct Source {
    /// The folder as it was named.
    var folder: String
    /// The folder as the readers of reports find it.
    var place: String
    /// The digest of its files; empty where no report asks for it.
    var sha256 = ""
  }

  /// Every finding that stands: what could not be read first, as others may follow from it, then the others, sorted.
  let findings: [Finding]
  /// How many of them say what could not be read: however few are shown, these are.
  private let causes: Int
  /// Those of them that are printed.
  private(set) var shown: ArraySlice<Finding>
  /// Every finding that a baseline may hold, those that it holds already included, sorted.
  let recordable: [Finding]
  /// How many findings the baseline accepts.
  let baselined: Int
  /// References that are not told, because they name rows that are there and could not be used.
  let unchecked: Int
  let summary: ValidationSummary
  /// What the catalogue ran; `nil` where there was no roster to run it on.
  let result: ValidationResult?
  /// The tables as they were read.
  let snapshot: FolderSnapshot
  /// How much of the folder was read.
  let folder: FolderWholeness
  /// What was validated.
  let source: Source
  /// The least severity that fails.
  let failOn: FailOn

  /// - Parameters:
  ///   - result: what the catalogue found; `nil` where `roster.toml` could not be used.
  ///   - baseline: the findings that are not held against the roster.
  ///   - limit: how many findings are shown; `nil` for all.
  init(
    _ reading: RosterReading, _ result: ValidationResult?, of source: Source, failOn: FailOn,
    baseline: Baseline = Baseline(), shown limit: Int? = nil
  ) {
    snapshot = reading.snapshot
    folder = reading.wholeness
    self.result = result
    self.source = source
    self.failOn = failOn
    let own: [Finding]
    (own, unchecked) = snapshot.unusableRows.told(of: snapshot.locatedInSettings(result?.findings ?? []))
    let run = result.map { Set($0.rulesRun.map(\.id)) }
    // What could not be read is told whatever rules were asked for: it puts their answer in doubt.
    let told = folder.findings.filter { $0.severity == .error || run?.contains($0.rule.id) != false }
    let sorted = Finding.sorted(told + own)
    let all = sorted.filter(Self.isUnread) + sorted.filter { !Self.isUnread($0) }
    recordable = all.filter(\.rule.canBeRegraded)
    let standing = baseline.isEmpty ? all : baseline.removed(from: all)
    findings = standing
    baselined = all.count - standing.count
    let causes = standing.count(where: Self.isUnread)
    self.causes = causes
    shown = standing.prefix(limit.map { max($0, causes) } ?? standing.count)
    var summary = ValidationSummary()
    for finding in standing { summary.count(finding) }
    summary.waived = result?.summary.waived ?? 0
    summary.coverage = result?.summary.coverage ?? CoverageSummary()
    self.summary = summary
  }

  /// The same with every finding shown.
  var uncut: ValidationReport {
    var report = self
    report.shown = findings[...]
    return report
  }

  /// The same with so many findings shown at most; `nil` for as many as there are.
  func cut(to limit: Int?) -> ValidationReport {
    var report = self
    report.shown = shown.prefix(limit.map { max($0, causes) } ?? shown.count)
    return report
  }

  /// The same with the columns of what is shown looked up in the tables.
  var located: ValidationReport {
    var report = self
    report.shown = snapshot.locatedInTables(Array(shown))[...]
    return report
  }

  /// Whether the roster passes.
  var verdict: Verdict {
    guard isComplete else { return .incomplete }
    return failOn.fails(summary) ? .fail : .pass
  }

  /// The rules that were run, in the order of the catalogue.
  var rulesRun: [RuleInfo] { result?.rulesRun ?? FormatRules.all }

  /// The rules that were not, with the reason.
  var rulesSkipped: [SkippedRule] {
    result?.rulesSkipped
      ?? RuleCatalogue.all.filter { !FormatRules.all.contains($0) }
      .map { SkippedRule(rule: $0, reason: "roster.toml cannot be used") }
  }

  /// Whether a finding says that something of the folder could not be read.
  func isUnread(_ finding: Finding) -> Bool { Self.isUnread(finding) }

  private static func isUnread(_ finding: Finding) -> Bool {
    finding.rule.family == "FMT" && finding.severity == .error
  }

  /// Whether everything could be read, the settings of rules included.
  private var isComplete: Bool {
    folder.isWhole && !findings.contains { $0.rule.id == FormatRules.badValue.id }
  }
}

extension ValidationReport {
  /// The figures in one line for people.
  var summaryLine: String {
    let coverage = summary.coverage
    var line = "\(counted(summary.errors, "error")), \(counted(summary.warnings, "warning")), "
    line += "\(counted(summary.infos, "info")); "
    if summary.waived > 0 { line += "\(summary.waived) waived; " }
    if baselined > 0 { line += "\(baselined) in the baseline; " }
    if result == nil {
      line += "no rule about the roster could be run"
    } else {
      line += "\(coverage.met) of \(coverage.squares) squares at target, \(counted(coverage.gaps, "gap")), "
      line += "\(coverage.missing) of \(coverage.required) required units missing"
    }
    if shown.count < findings.count { line += "; \(findings.count - shown.count) findings not shown" }
    if unchecked > 0 { line += "; \(counted(unchecked, "reference")) to rows that could not be used not checked" }
    if !isComplete { line += "; not everything could be read" }
    return line
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
