import RosterModel
import Tables

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
