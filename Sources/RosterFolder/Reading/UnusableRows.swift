import Characters
import RosterModel

/// The rows of a folder that are there and could not be used, by the ids that other rows name them by.
///
/// Whoever misspells one cell of a unit's row would be told that each of the unit's postings names nobody: true, and beside
/// the point. Such references follow from what is told of the row, so they are counted and not told.
public struct UnusableRows {
  /// The kinds of which not one row could be read.
  private var unread: Set<String> = []
  /// For each kind the ids of rows that could not be used, as they were meant.
  private var ids: [String: Set<String>]
  /// References in `roster.toml` itself that are not told for that reason.
  public let referencesInSettings: Int

  /// The rows of a folder as it was read.
  ///
  /// O(bytes of rows that could not be used).
  public init(_ snapshot: FolderSnapshot) {
    ids = snapshot.unusableSettings.ids
    referencesInSettings = snapshot.unusableSettings.references
    let isUnread = Set(snapshot.unreadTables)
    for (table, kinds) in Self.kinds {
      if isUnread.contains(table) { unread.formUnion(kinds) }
      guard let record = snapshot.records[table], !record.badRows.isEmpty else { continue }
      let found = Self.ids(in: record)
      for kind in kinds { ids[kind, default: []].formUnion(found) }
    }
  }

  /// What of some findings is told, and how many references the others are.
  ///
  /// Of many references to a kind only so many are listed, and the rest as one number; that is of those which are not told
  /// where all that are listed of its table are.
  public func told(of findings: [Finding]) -> (told: [Finding], unchecked: Int) {
    guard !unread.isEmpty || !ids.isEmpty else { return (findings, referencesInSettings) }
    var hidden: Set<[String]> = []
    var shown: Set<[String]> = []
    for finding in findings where finding.rule == FormatRules.unknownID && finding["id"] != nil {
      if isOfUnusable(finding) { hidden.insert(Self.sort(finding)) } else { shown.insert(Self.sort(finding)) }
    }
    let rests = hidden.subtracting(shown)
    var unchecked = referencesInSettings
    let told = findings.filter { finding in
      guard finding.rule == FormatRules.unknownID else { return true }
      let isHidden =
        isOfUnusable(finding) || finding["id"] == nil && rests.contains(Self.sort(finding))
      if isHidden { unchecked += finding.represented }
      return !isHidden
    }
    return (told, unchecked)
  }

  private func isOfUnusable(_ finding: Finding) -> Bool {
    guard let kind = finding["kind"] else { return false }
    if unread.contains(kind) { return true }
    return finding["id"].map { ids[kind]?.contains($0.lowercased()) == true } ?? false
  }

  private static func sort(_ finding: Finding) -> [String] { [finding["table"] ?? "", finding["kind"] ?? ""] }

  /// What rows of a table are named as.
  private static let kinds: [(RosterTable, [String])] = [
    (.districts, ["district", "place"]), (.departments, ["department", "place"]), (.beats, ["beat", "place"]),
    (.units, ["unit"]),
  ]

  /// The ids of the rows that could not be used; of one that cannot be taken apart, whatever stands in its place.
  private static func ids(in record: TableRecord) -> Set<String> {
    guard let slot = record.form.columns.firstIndex(of: "id") else { return [] }
    return record.badRows.withUnsafeBufferPointer { bytes in
      var ids: Set<String> = []
      var cursor = RowCursor(bytes, from: 0, delimiter: record.form.delimiter, keptFields: slot + 1)
      while true {
        switch cursor.next() {
        case .end: return ids
        case .row where cursor.fields.count > slot:
          ids.insert(String(decoding: cursor.fields[slot].bytes, as: UTF8.self).withoutDisguise)
        case .row, .malformed:
          let parts = cursor.rowBytes.split(
            separator: record.form.delimiter, maxSplits: slot + 1, omittingEmptySubsequences: false)
          if parts.count > slot { ids.insert(String(decoding: parts[slot], as: UTF8.self).withoutDisguise) }
        }
      }
    }
  }
}

/// Shifts and regimes that are written in `roster.toml` and could not be used.
struct UnusableSettings: Sendable {
  /// Their ids by kind, as they were meant.
  var ids: [String: Set<String>] = [:]
  /// How many references to them in the file itself are not told.
  var references = 0

  mutating func add(_ kind: String, _ id: String) { ids[kind, default: []].insert(id.withoutDisguise) }

  /// Whether an id is that of one, which is then a reference that is not told.
  mutating func explains(_ kind: String, _ id: String) -> Bool {
    guard ids[kind]?.contains(id.lowercased()) == true else { return false }
    references += 1
    return true
  }
}

extension Finding {
  /// A fact that is a text; `nil` where it is none or not there.
  fileprivate subscript(name: String) -> String? {
    for datum in data where datum.name == name {
      if case .text(let text) = datum.value { return text }
    }
    return nil
  }
}
