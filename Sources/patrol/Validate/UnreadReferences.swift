import RosterFolder
import RosterModel

/// Tells findings that only follow from a table that could not be read: an id is unknown because all of them are.
struct UnreadReferences {
  private let kinds: Set<String>

  /// The references into these tables.
  init(_ tables: [RosterTable]) {
    var kinds: Set<String> = []
    for table in tables {
      switch table {
      case .districts: kinds.formUnion(["district", "place"])
      case .departments: kinds.formUnion(["department", "place"])
      case .beats: kinds.formUnion(["beat", "place"])
      case .units: kinds.insert("unit")
      default: break
      }
    }
    self.kinds = kinds
  }

  /// Whether a finding is such a one.
  func contains(_ finding: Finding) -> Bool {
    guard finding.rule == FormatRules.unknownID else { return false }
    return finding.data.contains { datum in
      guard datum.name == "kind", case .text(let kind) = datum.value else { return false }
      return kinds.contains(kind)
    }
  }
}
