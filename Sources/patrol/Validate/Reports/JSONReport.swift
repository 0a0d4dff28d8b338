import Coverage
import RosterModel

/// The JSON of `patrol validate`; docs/validate.schema.json is its schema.
///
/// `format_version` counts its minor part up where a field is added, its major part where one changes.
struct JSONReport: Encodable {
  struct Tool: Encodable {
    var name = "patrol"
    var version = Patrol.configuration.version
  }

  struct RosterIdentity: Encodable {
    var path: String
    var firstDay: String?
    var days: Int?
    var sha256: String
  }

  struct CoverageFigures: Encodable {
    var cells: Int
    var squares: Int
    var met: Int
    var gaps: Int
    var missing: Int
    var required: Int
  }

  struct Summary: Encodable {
    var verdict: String
    var errors: Int
    var warnings: Int
    var infos: Int
    var waived: Int
    var baselined: Int
    var coverage: CoverageFigures
  }

  struct SkippedRule: Encodable {
    var rule: String
    var reason: String
  }

  var formatVersion = "1.0"
  var tool = Tool()
  var roster: RosterIdentity
  var summary: Summary
  var findings: [FindingJSON]
  var rulesRun: [String]
  var rulesSkipped: [SkippedRule]

  init(_ report: ValidationReport) {
    let settings = report.snapshot.roster?.settings
    roster = RosterIdentity(
      path: report.source.folder, firstDay: settings?.firstDay.description, days: settings?.days,
      sha256: report.source.sha256)
    let coverage = report.summary.coverage
    summary = Summary(
      verdict: report.verdict.rawValue, errors: report.summary.errors, warnings: report.summary.warnings,
      infos: report.summary.infos, waived: report.summary.waived, baselined: report.baselined,
      coverage: CoverageFigures(
        cells: coverage.cells, squares: coverage.squares, met: coverage.met, gaps: coverage.gaps,
        missing: coverage.missing, required: coverage.required))
    findings = report.shown.map(FindingJSON.init)
    rulesRun = report.rulesRun.map(\.id)
    rulesSkipped = report.rulesSkipped.map { SkippedRule(rule: $0.rule.id, reason: $0.reason) }
  }
}

struct FindingJSON: Encodable {
  struct Place: Encodable {
    var file: String
    var line: Int?
    var column: Int?
  }

  /// A fact: a number or a text.
  enum Fact: Encodable {
    case integer(Int)
    case text(String)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .integer(let value): try container.encode(value)
      case .text(let value): try container.encode(value)
      }
    }
  }

  var rule: String
  var name: String
  var severity: String
  var message: String
  var fingerprint: String
  var subject: String
  var location: Place?
  var data: [String: Fact]

  init(_ finding: Finding) {
    rule = finding.rule.id
    name = finding.rule.name
    severity = finding.severity.rawValue
    message = finding.message
    fingerprint = Fingerprint(finding).description
    subject = finding.subject.description
    location = finding.location.map { Place(file: $0.file, line: $0.line, column: $0.column) }
    data = Self.facts(finding)
  }

  /// What a finding says, as facts.
  static func facts(_ finding: Finding) -> [String: Fact] {
    finding.data.reduce(into: [:]) { facts, datum in
      switch datum.value {
      case .integer(let value): facts[datum.name] = .integer(value)
      case .text(let value): facts[datum.name] = .text(value)
      }
    }
  }
}
