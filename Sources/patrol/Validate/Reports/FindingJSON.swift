import Coverage
import RosterModel

/// A finding for programs.
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
