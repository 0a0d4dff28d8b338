import Glibc
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
