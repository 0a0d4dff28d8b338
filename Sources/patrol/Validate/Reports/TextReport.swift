import Coverage
import RosterModel
import Screen

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

/// A finding as compilers print it, so that editors jump to it.
enum FindingText {
  /// One line: file, line, severity, rule, message; safe for a terminal whatever the roster holds.
  static func line(_ finding: Finding, colour: Bool) -> String {
    "\(place(finding))\(head(finding.severity, finding.rule, colour: colour)): \(finding.message.shown)"
  }

  /// Severity and rule.
  static func head(_ severity: Severity, _ rule: RuleInfo, colour: Bool) -> String {
    guard colour else { return "\(severity): \(rule.id) \(rule.name)" }
    return "\u{1B}[\(paint(severity))m\(severity):\u{1B}[0m \u{1B}[1m\(rule.id) \(rule.name)\u{1B}[0m"
  }

  /// File, line and column, as far as they are known, and what parts them from what follows.
  static func place(_ finding: Finding) -> String {
    guard let location = finding.location else { return "" }
    let numbers = [location.line, location.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(location.file.shown)\(numbers): "
  }

  private static func paint(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .info, .off: "1;36"
    }
  }
}

/// The findings as somebody reads them at a terminal: by rule, the worst first, a few of each and how many there are.
///
/// One rule may find more than all others together, as of a roster that is not planned yet, and what matters would scroll
/// away.
struct FindingGroups {
  /// The findings of one rule at one severity.
  private struct Group {
    var rule: RuleInfo
    var severity: Severity
    /// Whether they say what could not be read, which may be why there are others.
    var isCause: Bool
    var examples: [Finding] = []
    var count = 0

    /// What comes first: causes, then the worst, then as the catalogue has it.
    func rank(_ positions: [String: Int]) -> (Int, Int, Int) {
      let severities: [Severity] = [.error, .warning, .info, .off]
      return (isCause ? 0 : 1, severities.firstIndex(of: severity) ?? 0, positions[rule.id] ?? 0)
    }
  }

  /// How many of a group are shown.
  private static let mostExamples = 3

  private var groups: [Group] = []

  /// The groups of everything that a validation has found; O(findings).
  init(_ report: ValidationReport) {
    var numbers: [String: Int] = [:]
    for finding in report.findings {
      let key = "\(finding.rule.id) \(finding.severity)"
      if numbers[key] == nil {
        numbers[key] = groups.count
        groups.append(Group(rule: finding.rule, severity: finding.severity, isCause: report.isUnread(finding)))
      }
      guard let number = numbers[key] else { continue }
      groups[number].count += finding.represented
      if groups[number].examples.count < Self.mostExamples { groups[number].examples.append(finding) }
    }
    let positions = Dictionary(uniqueKeysWithValues: RuleCatalogue.all.enumerated().map { ($1.id, $0) })
    groups.sort { $0.rank(positions) < $1.rank(positions) }
    for number in groups.indices {
      groups[number].examples = report.snapshot.locatedInTables(groups[number].examples)
    }
  }

  /// A head for each group, its examples, and how to see the others.
  func text(colour: Bool) -> String {
    groups.flatMap { group in
      let head = FindingText.head(group.severity, group.rule, colour: colour)
      let rest = group.count - group.examples.count
      return ["\(head): \(group.count) finding\(group.count == 1 ? "" : "s")"]
        + group.examples.map { "  \(FindingText.place($0))\($0.message.shown)" }
        + (rest > 0 ? ["  ... \(rest) more: --select \(group.rule.id) --all lists them"] : [])
    }.joined(separator: "\n")
  }
}
