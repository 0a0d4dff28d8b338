import RosterModel
import Tables

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

extension SheetManifest {
  /// The columns of a sheet's own line; those of a posting follow and are empty on it.
  ///
  /// `postings` counts the lines that follow, so that a manifest which lost some of them is not taken for the whole truth.
  private static let sheetHeader = ["place", "sheet_day", "tile", "hash", "dialect", "postings", "end"]
  /// How many of those columns the version before had.
  private static let olderColumns = 5

  /// The manifest as its file holds it: a header, and for each sheet a line of its own and one for each posting.
  ///
  /// O(postings).
  public var text: [UInt8] {
    var text = CSVText(.rfc4180)
    text.append(row: Self.sheetHeader + WrittenPosting.header)
    let none = [String](repeating: "", count: WrittenPosting.header.count)
    for key in keys {
      for record in records[key] ?? [] {
        // A line without a dialect is of a version that has not kept the postings.
        let dialect = record.postings == nil ? "" : record.dialect.rawValue
        let own = [key.place, key.day.description, key.shift, record.hash.description, dialect]
        let count = record.postings.map { String($0.count) } ?? ""
        text.append(row: own + [count, record.hasEnd ? SheetColumn.end : ""] + none)
        for posting in record.postings ?? [] { text.append(row: own + ["", ""] + posting.cells) }
      }
    }
    return text.bytes
  }

  /// Reads a manifest; a line that is not understood is passed over, and a sheet without one counts as a person's.
  ///
  /// Lines of four cells are those of versions that kept hashes alone. Of a sheet whose lines are not all there no more is
  /// known than its hash. O(bytes).
  public init(text: [UInt8]) {
    self.init()
    var reader = CSVReader(text)
    var last: SheetLines?
    reading: while true {
      let texts: [String]
      switch reader.next() {
      case .end: break reading
      case .malformed: continue
      case .row(let cells): texts = cells.map { String(decoding: $0.bytes, as: UTF8.self) }
      }
      guard let line = SheetLines(texts) else { continue }
      if last?.key != line.key || last?.record.hash != line.record.hash {
        if let last { add(last.key, last.wholeRecord) }
        last = line
      }
      if texts.count > WrittenPosting.header.count,
        let posting = WrittenPosting(cells: texts.suffix(WrittenPosting.header.count))
      {
        last?.record.postings?.append(posting)
      }
    }
    if let last { add(last.key, last.wholeRecord) }
  }

  /// What the lines read so far say of a sheet.
  private struct SheetLines {
    let key: SheetKey
    var record: WrittenRecord
    /// How many lines of postings there should be, -1 where the line that tells is missing; `nil` where an older version
    /// has not counted them.
    private let count: Int?

    /// What a sheet's first line says; `nil` where it is not understood.
    init?(_ cells: [String]) {
      let own = cells.count - WrittenPosting.header.count
      guard cells.count == 4 || own == olderColumns || own == sheetHeader.count,
        Identifier.isValid(cells[0]), let day = Day(iso: cells[1]), Identifier.isValid(cells[2]),
        let hash = SheetHash(text: cells[3])
      else { return nil }
      key = SheetKey(place: cells[0], day: day, shift: cells[2])
      let isCounted = own == sheetHeader.count
      count = isCounted ? Int(cells[olderColumns]) ?? -1 : nil
      if own > 0, let dialect = CSVDialect(rawValue: cells[4]) {
        let hasEnd = isCounted && cells[olderColumns + 1] == SheetColumn.end
        record = WrittenRecord(hash: hash, dialect: dialect, hasEnd: hasEnd, postings: [])
      } else {
        record = WrittenRecord(hash: hash)
      }
    }

    /// The record; without postings where some of their lines are missing.
    var wholeRecord: WrittenRecord {
      guard let count, record.postings?.count != count else { return record }
      return WrittenRecord(hash: record.hash)
    }
  }
}

/// A hash that tells whether a file's bytes are those that were written.
///
/// 64 bits tell an edit by a person from none; they are no defence against someone who wants a collision.
public struct SheetHash: Hashable, Sendable {
  /// The hash.
  public var value: UInt64

  /// The hash of these bytes.
  ///
  /// O(bytes).
  public init(of bytes: [UInt8]) {
    value = Hash64(bytes).value
  }
}

extension SheetHash: CustomStringConvertible {
  /// Reads sixteen hexadecimal digits; `nil` for anything else.
  public init?(text: some StringProtocol) {
    let isHexadecimal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard text.utf8.count == 16, isHexadecimal, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// Sixteen hexadecimal digits.
  public var description: String { Hash64.text(value) }
}
