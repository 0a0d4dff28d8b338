import RosterModel

extension SheetManifest {
  /// The columns of a sheet's own line; those of a posting follow and are empty on it.
  private static let sheetHeader = ["place", "sheet_day", "tile", "hash", "dialect"]

  /// The manifest as its file holds it: a header, and for each sheet a line of its own and one for each posting.
  ///
  /// O(postings).
  public var text: [UInt8] {
    var text = CSVText(.rfc4180)
    text.append(row: Self.sheetHeader + WrittenPosting.header)
    let none = [String](repeating: "", count: WrittenPosting.header.count)
    for key in keys {
      for record in records[key] ?? [] {
        let own = [key.place, key.day.description, key.shift, record.hash.description]
        // A line without a dialect is of a version that has not kept the postings.
        let dialect = record.postings == nil ? "" : record.dialect.rawValue
        text.append(row: own + [dialect] + none)
        for posting in record.postings ?? [] { text.append(row: own + [dialect] + posting.cells) }
      }
    }
    return text.bytes
  }

  /// Reads a manifest; a line that is not understood is passed over, and a sheet without one counts as a person's.
  ///
  /// Lines of four cells are those of versions that kept hashes alone. O(bytes).
  public init(text: [UInt8]) {
    self.init()
    var reader = CSVReader(text)
    var last: (key: SheetKey, record: WrittenRecord)?
    func keep(_ manifest: inout SheetManifest) {
      if let last { manifest.add(last.key, last.record) }
    }
    reading: while true {
      let texts: [String]
      switch reader.next() {
      case .end: break reading
      case .malformed: continue
      case .row(let cells): texts = cells.map { String(decoding: $0.bytes, as: UTF8.self) }
      }
      guard let (key, record) = Self.sheet(texts) else { continue }
      if last?.key != key || last?.record.hash != record.hash {
        keep(&self)
        last = (key, record)
      }
      if texts.count > Self.sheetHeader.count, let posting = WrittenPosting(cells: texts[Self.sheetHeader.count...]) {
        last?.record.postings?.append(posting)
      }
    }
    keep(&self)
  }

  /// Which sheet a line is about, and what it says of the file.
  private static func sheet(_ cells: [String]) -> (SheetKey, WrittenRecord)? {
    guard cells.count == 4 || cells.count == sheetHeader.count + WrittenPosting.header.count,
      Identifier.isValid(cells[0]), let day = Day(iso: cells[1]), Identifier.isValid(cells[2]),
      let hash = SheetHash(text: cells[3])
    else { return nil }
    let key = SheetKey(place: cells[0], day: day, shift: cells[2])
    guard cells.count > 4, let dialect = CSVDialect(rawValue: cells[4]) else { return (key, WrittenRecord(hash: hash)) }
    return (key, WrittenRecord(hash: hash, dialect: dialect, postings: []))
  }
}
