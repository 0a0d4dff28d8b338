import CWorkbook
import Files
import Glibc
import Sheets

/// Shift sheets as the bytes of an XLSX file.
enum WorkbookFile {
  /// The bytes of a workbook; the same for the same workbook.
  ///
  /// - Throws: `CommandFailure` where the library that writes it is not there, or fails.
  static func bytes(of workbook: SheetWorkbook) throws(CommandFailure) -> [UInt8] {
    var reason: UnsafePointer<CChar>?
    guard let writer = workbook_begin(workbook.title, Int64(workbook.created) * 60, &reason) else {
      throw failure(reason)
    }
    let isWritten = workbook.worksheets.allSatisfy { write($0, to: writer) }
    let descriptor = workbook_end(writer, &reason)
    guard descriptor >= 0 else { throw failure(reason) }
    defer { close(descriptor) }
    guard isWritten, let bytes = contents(of: descriptor) else { throw failure(nil) }
    return bytes
  }

  private static func write(_ worksheet: SheetWorkbook.Worksheet, to writer: OpaquePointer) -> Bool {
    guard workbook_add_worksheet_for_print(writer, worksheet.name, footer(worksheet.footer)) != 0 else { return false }
    var isWritten = true
    func put(_ row: Int, _ column: Int, _ text: String, _ style: workbook_style) {
      let done = workbook_write(
        writer, UInt32(truncatingIfNeeded: row), UInt16(truncatingIfNeeded: column), text, style)
      isWritten = isWritten && done != 0
    }
    for (number, column) in SheetWorkbook.columns.enumerated() {
      workbook_set_width(writer, UInt16(truncatingIfNeeded: number), Double(column.width))
      put(0, number, column.name, WORKBOOK_HEADER)
    }
    var breaks: [UInt32] = []
    for (index, row) in worksheet.rows.enumerated() {
      switch row {
      case .heading(let text):
        if index > 0 { breaks.append(UInt32(truncatingIfNeeded: index + 1)) }
        put(index + 1, 0, text, WORKBOOK_HEADING)
      case .cells(let cells, let isNotCovered):
        workbook_set_lines(writer, UInt32(truncatingIfNeeded: index + 1), Int32(SheetWorkbook.lines(of: cells)))
        for (number, cell) in cells.enumerated() {
          put(index + 1, number, cell, isNotCovered ? WORKBOOK_ALARM : WORKBOOK_CELL)
        }
      }
    }
    workbook_break_pages(writer, breaks, breaks.count)
    return isWritten
  }

  /// A text for the foot of a page beside the page's number: `&` begins a command there, and 255 bytes are the most.
  private static func footer(_ text: String) -> String {
    var foot = "&L"
    for character in text {
      let next = character == "&" ? "&&" : String(character)
      if foot.utf8.count + next.utf8.count > 200 { break }
      foot += next
    }
    return foot + "&R&P / &N"
  }

  private static func contents(of descriptor: Int32) -> [UInt8]? {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    let bytes: [UInt8]
    do { bytes = try OpenFile.read(from: descriptor, atMost: Int(size)) } catch { return nil }
    return bytes.count == Int(size) ? bytes : nil
  }

  private static func failure(_ reason: UnsafePointer<CChar>?) -> CommandFailure {
    let words = reason.map { String(cString: $0) } ?? "a cell could not be written; check the space in /tmp"
    return CommandFailure(.system, "no workbook was written: \(words).")
  }
}
