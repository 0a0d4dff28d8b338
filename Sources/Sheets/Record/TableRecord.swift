import RosterModel
import Tables

/// What is remembered beside a flat table: what was chosen for it, and what was written.
public struct TableRecord: Hashable, Sendable {
  /// The chosen days; `nil` for all.
  public var days: ClosedRange<Day>?
  /// The id of the chosen district; `nil` for all.
  public var district: String?
  /// The id of the chosen department; `nil` for all.
  public var department: String?
  /// The id of the chosen shift; `nil` for all.
  public var shift: String?
  /// What was written.
  public var written: WrittenRecord

  /// A record of the table of a selection.
  public init(_ selection: SheetSelection, in roster: Roster, written: WrittenRecord) {
    days = selection.days
    district = selection.district.map { roster.id($0) }
    department = selection.department.map { roster.id($0) }
    shift = selection.shift.map { roster.id($0) }
    self.written = written
  }

  /// The name of the record's file beside a table of this name.
  public static func fileName(of table: String) -> String { ".\(table).patrol" }

  /// Whether a file of this name is such a record.
  public static func isOne(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".patrol") && name.count > fileName(of: "").count
  }

  /// What was chosen, in a roster.
  ///
  /// - Throws: `SheetSelectionError` where the roster has no such place or shift any more.
  public func selection(in roster: Roster) throws(SheetSelectionError) -> SheetSelection {
    try SheetSelection(in: roster, days: days, district: district, department: department, shift: shift)
  }
}

extension TableRecord {
  /// The first line of each version: the first has not counted its postings.
  private static let versions = [["patrol-table", "1"], ["patrol-table", "2"]]

  /// The record as its file holds it: what was chosen, a line a word, and a line for each posting.
  public var text: [UInt8] {
    var text = CSVText(.rfc4180)
    text.append(row: Self.versions[1])
    text.append(row: ["hash", written.hash.description])
    text.append(row: ["dialect", written.dialect.rawValue])
    text.append(row: ["first_day", days?.lowerBound.description ?? ""])
    text.append(row: ["last_day", days?.upperBound.description ?? ""])
    text.append(row: ["district", district ?? ""])
    text.append(row: ["department", department ?? ""])
    text.append(row: ["shift", shift ?? ""])
    text.append(row: ["postings", String(written.postings?.count ?? 0)])
    text.append(row: WrittenPosting.header)
    for posting in written.postings ?? [] { text.append(row: posting.cells) }
    return text.bytes
  }

  /// Reads a record; `nil` where it is not one, or not whole.
  public init?(text: [UInt8]) {
    var reader = CSVReader(text)
    var rows: [[String]] = []
    while case .row(let cells) = reader.next() {
      rows.append(cells.map { String(decoding: $0.bytes, as: UTF8.self) })
    }
    guard case .end = reader.next(), let version = rows.first.flatMap({ Self.versions.firstIndex(of: $0) }),
      let header = rows.firstIndex(of: WrittenPosting.header), header == 8 + version
    else { return nil }
    var words: [String: String] = [:]
    for row in rows[1..<header] where row.count == 2 { words[row[0]] = row[1] }
    guard let hash = words["hash"].flatMap({ SheetHash(text: $0) }),
      let dialect = words["dialect"].flatMap(CSVDialect.init)
    else { return nil }
    let lines = rows[(header + 1)...]
    let postings = lines.compactMap { WrittenPosting(cells: $0[...]) }
    guard postings.count == lines.count, version == 0 || words["postings"] == String(lines.count) else { return nil }
    written = WrittenRecord(hash: hash, dialect: dialect, postings: postings)
    let first = words["first_day"].flatMap { Day(iso: $0) }
    let last = words["last_day"].flatMap { Day(iso: $0) }
    if let first, let last, first <= last { days = first...last }
    district = words["district"].flatMap { $0.isEmpty ? nil : $0 }
    department = words["department"].flatMap { $0.isEmpty ? nil : $0 }
    shift = words["shift"].flatMap { $0.isEmpty ? nil : $0 }
  }
}
