/// The families of rules, by the letters that their ids begin with, in the order of the catalogue.
public enum RuleFamily: String, CaseIterable, Sendable {
  case files = "FMT"
  case references = "REF"
  case structure = "ORG"
  case coverage = "COV"
  case together = "MIX"
  case rest = "RST"
  case double = "DUP"
  case absence = "ABS"
  case reach = "RCH"
  case fairness = "EQL"
  case publication = "PUB"
  case waivers = "WAI"
  case capacity = "CAP"

  /// What the family is about.
  public var words: String {
    switch self {
    case .files: "files"
    case .references: "references"
    case .structure: "structure"
    case .coverage: "coverage"
    case .together: "who stands together"
    case .rest: "rest and hours"
    case .double: "double booking"
    case .absence: "absence"
    case .reach: "reach"
    case .fairness: "fairness, among units of one force, regime and district"
    case .publication: "publication"
    case .waivers: "waivers"
    case .capacity: "capacity"
    }
  }
}
