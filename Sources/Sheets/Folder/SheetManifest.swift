import RosterModel

/// What a folder of sheets remembers of the sheets written into it: which they are, and what was written.
///
/// By it an export knows its own: a sheet whose bytes have its hash may be replaced or removed, another has been edited by
/// a person. An import compares an edited sheet with what was written. It names sheets by ids, never by paths, so no
/// manifest can make an export touch a file elsewhere.
public struct SheetManifest: Hashable, Sendable {
  /// The name of its file in the folder; no sheet has it, as ids do not start with a dot.
  public static let fileName = ".patrol-sheets"

  /// What is known of each sheet: one record, or two while an export that may be interrupted replaces it.
  public private(set) var records: [SheetKey: [WrittenRecord]] = [:]

  /// A manifest of no sheets.
  public init() {}

  /// The sheets it knows, in the order of their file names.
  public var keys: [SheetKey] { records.keys.sorted { ($0.fileName, $0.place) < ($1.fileName, $1.place) } }

  /// Whether these are the bytes that were written for the sheet.
  public func knows(_ key: SheetKey, as hash: SheetHash) -> Bool {
    records[key]?.contains { $0.hash == hash } ?? false
  }

  /// Remembers what was written for a sheet and nothing else.
  public mutating func set(_ key: SheetKey, to record: WrittenRecord) { records[key] = [record] }

  /// Remembers what will be written for a sheet, beside what it knows.
  public mutating func add(_ key: SheetKey, _ record: WrittenRecord) {
    records[key, default: []].removeAll { $0.hash == record.hash }
    records[key, default: []].append(record)
  }

  /// Forgets a sheet.
  public mutating func forget(_ key: SheetKey) { records[key] = nil }
}
