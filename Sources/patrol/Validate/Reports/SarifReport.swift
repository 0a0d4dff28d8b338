import Coverage
import Files
import RosterModel
import Screen

/// The findings as SARIF 2.1.0, with the whole rule catalogue as the rule table.
enum SarifReport {
  /// What results are known by from run to run: rule and subject, as in a baseline.
  static let fingerprintName = "patrolSubject/v1"

  /// The log of one run.
  static func log(_ report: ValidationReport) -> SarifLog {
    let positions = Dictionary(uniqueKeysWithValues: RuleCatalogue.all.enumerated().map { ($1.id, $0) })
    let driver = SarifLog.Driver(
      name: "patrol", semanticVersion: Patrol.configuration.version, rules: RuleCatalogue.all.map(rule))
    let run = SarifLog.Run(
      tool: SarifLog.Tool(driver: driver),
      invocations: [
        SarifLog.Invocation(
          executionSuccessful: report.verdict != .incomplete, exitCode: Int(report.verdict.status.rawValue))
      ],
      results: report.shown.map { result($0, positions, in: report.source.place) },
      properties: SarifLog.Run.Properties(
        verdict: report.verdict.rawValue, summary: report.summaryLine, waived: report.summary.waived,
        baselined: report.baselined))
    return SarifLog(runs: [run])
  }

  private static func rule(_ rule: RuleInfo) -> SarifLog.Rule {
    SarifLog.Rule(
      id: rule.id, name: rule.name, shortDescription: SarifLog.Text(text: rule.summary),
      fullDescription: SarifLog.Text(text: rule.reason),
      help: SarifLog.Text(text: RuleText.lines(rule).joined(separator: "\n")),
      defaultConfiguration: SarifLog.Configuration(level: level(rule.severity)),
      properties: SarifLog.Rule.Properties(
        family: rule.family, source: rule.source.isEmpty ? nil : rule.source, canBeRegraded: rule.canBeRegraded))
  }

  private static func result(
    _ finding: Finding, _ positions: [String: Int], in folder: String
  ) -> SarifLog.Result {
    let facts = FindingJSON.facts(finding)
    return SarifLog.Result(
      ruleId: finding.rule.id, ruleIndex: positions[finding.rule.id] ?? -1, level: level(finding.severity),
      message: SarifLog.Text(text: finding.message.shown), locations: [location(finding, in: folder)],
      partialFingerprints: [fingerprintName: Fingerprint(finding).description],
      properties: facts.isEmpty ? nil : facts)
  }

  private static func location(_ finding: Finding, in folder: String) -> SarifLog.Location {
    let place = finding.location.map { location in
      SarifLog.PhysicalLocation(
        artifactLocation: SarifLog.Artifact(uri: FilePath.uri(FilePath.joined(folder, location.file))),
        region: location.line.map { SarifLog.Region(startLine: $0, startColumn: location.column) })
    }
    return SarifLog.Location(
      physicalLocation: place,
      logicalLocations: [SarifLog.LogicalLocation(fullyQualifiedName: finding.subject.description)])
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    case .off: "none"
    }
  }
}

/// As much of SARIF 2.1.0 as a report of findings needs; names and nesting are the standard's.
///
/// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
struct SarifLog: Encodable {
  struct Text: Encodable { var text: String }

  struct Configuration: Encodable { var level: String }

  struct Rule: Encodable {
    struct Properties: Encodable {
      var family: String
      var source: String?
      var canBeRegraded: Bool
    }

    var id: String
    var name: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Text
    var defaultConfiguration: Configuration
    var properties: Properties
  }

  struct Driver: Encodable {
    var name: String
    var semanticVersion: String
    var rules: [Rule]
  }

  struct Tool: Encodable { var driver: Driver }

  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int?
  }

  struct Artifact: Encodable { var uri: String }

  struct PhysicalLocation: Encodable {
    var artifactLocation: Artifact
    var region: Region?
  }

  struct LogicalLocation: Encodable { var fullyQualifiedName: String }

  struct Location: Encodable {
    var physicalLocation: PhysicalLocation?
    var logicalLocations: [LogicalLocation]
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
    var partialFingerprints: [String: String]
    var properties: [String: FindingJSON.Fact]?
  }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var exitCode: Int
  }

  struct Run: Encodable {
    struct Properties: Encodable {
      var verdict: String
      var summary: String
      var waived: Int
      var baselined: Int
    }

    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var invocations: [Invocation]
    var results: [Result]
    var properties: Properties
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]
}
