import GRDB
import RosterModel

/// A filter as a query for the positions of entries, the latest first.
struct FilterQuery {
  /// The query.
  let text: String
  /// The values of its question marks, in their order.
  let arguments: [any DatabaseValueConvertible]

  init(_ filter: EntryFilter) {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    func demand(_ condition: String, _ values: any DatabaseValueConvertible...) {
      conditions.append(condition)
      arguments += values
    }
    if let person = filter.person { demand("person = ?", person) }
    if let since = filter.since { demand("at >= ?", since) }
    if let until = filter.until { demand("at <= ?", until) }
    if let position = filter.position { demand("position = ?", position.number) }
    // As text, because there may be more than a statement takes values.
    if let among = filter.among {
      demand("position IN (\(among.map { String($0.number) }.joined(separator: ", ")))")
    }
    if let (tables, values) = Self.rows(filter) {
      demand("position IN (\(tables))")
      arguments += values
    }
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    text = "SELECT position FROM entry\(condition) ORDER BY position DESC LIMIT ?"
    self.arguments = arguments + [filter.limit ?? -1]
  }

  /// The entries with a row that the filter names; `nil` where it names none.
  private static func rows(_ filter: EntryFilter) -> (String, [any DatabaseValueConvertible])? {
    let columns: [(name: String, value: String?)] = [
      ("unit", filter.unit), ("beat", filter.beat), ("day", filter.day?.description), ("shift", filter.shift),
    ]
    let asked = columns.filter { $0.value != nil }
    guard !asked.isEmpty else { return nil }
    var parts: [String] = []
    var values: [any DatabaseValueConvertible] = []
    for (table, has) in [
      ("posting_change", ["unit", "beat", "day", "shift"]), ("published_change", ["unit", "beat", "day", "shift"]),
      ("absence_change", ["unit"]), ("publication_change", ["day"]),
    ] where asked.allSatisfy({ has.contains($0.name) }) {
      parts.append(
        "SELECT entry FROM \(table) WHERE " + asked.map { "\($0.name) = ?" }.joined(separator: " AND "))
      values += asked.compactMap(\.value)
    }
    return (parts.joined(separator: " UNION "), values)
  }
}
