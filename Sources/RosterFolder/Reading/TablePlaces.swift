import Glibc
import RosterModel
import Tables

/// Looks up where fields of a table stand.
enum TablePlaces {
  /// Calls with the line and column of each field whose row is there.
  ///
  /// O(bytes up to the last line + fields × their rows).
  static func forEach(
    of fields: [TableField], in bytes: [UInt8], form: TableForm,
    _ body: (TableField, _ place: (line: Int, column: Int)) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      var lines = LineWalk(bytes)
      for field in fields.sorted(by: { ($0.line, $0.finding) < ($1.line, $1.finding) }) {
        guard let start = lines.start(ofLine: field.line) else { return }
        var cursor = RowCursor(
          bytes, from: start, line: field.line, delimiter: form.delimiter, keptFields: field.slot + 1)
        guard case .row = cursor.next(), cursor.fields.count > field.slot else { continue }
        body(field, cursor.place(of: cursor.fields[field.slot].offset))
      }
    }
  }

  /// A walk over the line ends of a file.
  private struct LineWalk {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var line = 1
    private var offset: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      offset = bytes.starts(with: CSVForm.byteOrderMark) ? CSVForm.byteOrderMark.count : 0
    }

    /// Where a line begins, none before the last asked for; `nil` beyond the end.
    mutating func start(ofLine wanted: Int) -> Int? {
      guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
      while line < wanted {
        guard offset < bytes.count, let end = memchr(base + offset, 0x0A, bytes.count - offset) else { return nil }
        offset = base.distance(to: UnsafeRawPointer(end)) + 1
        line += 1
      }
      return offset
    }
  }
}

/// A field of a table that a finding blames.
struct TableField {
  /// The line of its row.
  var line: Int
  /// The position of its column in the file.
  var slot: Int
  /// The position of the finding.
  var finding: Int
}

/// Looks up keys of `roster.toml`, which is taken apart when the first is asked for.
struct SettingsPlaces {
  private let bytes: [UInt8]
  private var document: TomlDocument?
  private var columnOfLine: [Int: Int] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The location of a key: its column where the line is known, else both.
  mutating func located(_ location: Location, _ path: [String]) -> Location {
    let document = read()
    let place = location.line == nil ? document.place(ofField: path) : nil
    var location = location
    location.column = location.line.flatMap { columnOfLine[$0] } ?? place?.column
    location.line = location.line ?? place?.line
    return location
  }

  private mutating func read() -> TomlDocument {
    if let document { return document }
    var read = TomlDocument()
    do {
      read = try TomlDocument(bytes)
    } catch {
      // A file that is not TOML was reported when it was read, and no rule had settings to blame.
    }
    document = read
    columnOfLine = read.columnOfLine
    return read
  }
}
