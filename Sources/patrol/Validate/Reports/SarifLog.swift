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
