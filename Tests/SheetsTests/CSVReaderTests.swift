import Tables
import Testing

@testable import Sheets

@Suite("Reading CSV back")
struct CSVReaderTests {
  private static let pieces = [
    "=", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", ",", ";", " ", "1", "Сокол", "e\u{301}", "\u{FEFF}", "\u{0}",
    "\u{1B}[2J", "👮🏽‍♀️",
  ]

  private func rows(_ bytes: [UInt8]) -> (rows: [[String]], problems: [String]) {
    var reader = CSVReader(bytes)
    var rows: [[String]] = []
    var problems: [String] = []
    while true {
      switch reader.next() {
      case .end: return (rows, problems)
      case .malformed(let line, let message): problems.append("\(line): \(message)")
      case .row(let cells): rows.append(cells.map { String(decoding: $0.bytes, as: UTF8.self) })
      }
    }
  }

  @Test("hostile text that is written comes back exactly, by its guard too", arguments: CSVDialect.allCases)
  func roundTrip(dialect: CSVDialect) {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<1_000 {
      let table = (0..<3).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            Self.pieces.randomElement(using: &generator) ?? ""
          }.joined()
        }
      }
      var text = CSVText(dialect)
      text.append(row: ["a", "b", "c"])
      for row in table { text.append(row: row) }
      let read = rows(text.bytes)
      #expect(read.problems.isEmpty)
      let cells = read.rows.dropFirst().map { $0.map { Array(dialect.unguarded($0).utf8) } }
      #expect(Array(cells) == table.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test("a malformed row costs itself, and the rows after it have their lines")
  func malformed() {
    let read = rows(Array("a,b\n1,\"x\"y\n2,\"multi\nline\"\n3,o\"o\n4,ok\n5,\"open\n6,end\n".utf8))
    #expect(read.rows == [["a", "b"], ["2", "multi\nline"], ["4", "ok"], ["6", "end"]])
    #expect(read.problems.map { $0.prefix(2) } == ["2:", "5:", "7:"])
  }

  @Test("a cell knows its line and its character, after letters of several bytes and lines within cells")
  func places() {
    var reader = CSVReader(Array("\u{FEFF}а;б;в\r\n\"два\nтри\";x;y\r\n".utf8))
    guard case .row(let header) = reader.next(), case .row(let row) = reader.next() else {
      Issue.record("two rows are read")
      return
    }
    #expect(reader.delimiter == UInt8(ascii: ";"))
    #expect(header.map { reader.column(of: $0) } == [1, 3, 5])
    #expect(row.map(\.line) == [2, 3, 3])
    #expect(row.map { reader.column(of: $0) } == [1, 6, 8])
  }

  @Test("where lines end with CR, a CRLF within a cell is one line end")
  func pairAmongReturns() {
    var reader = CSVReader(Array("a,b\r\"one\r\ntwo\",x\r".utf8))
    guard case .row = reader.next(), case .row(let row) = reader.next() else {
      Issue.record("two rows are read")
      return
    }
    #expect(row.map(\.line) == [2, 3])
    #expect(row.map { reader.column(of: $0) } == [1, 6])
  }

  @Test("no bytes end the program")
  func anyBytes() {
    var generator = SeededGenerator(seed: 12)
    let bytes: [UInt8] = [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0x00, 0x41]
    for _ in 0..<3_000 {
      let file = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        bytes.randomElement(using: &generator) ?? 0
      }
      let read = rows(file)
      #expect(read.rows.count + read.problems.count <= file.count)
    }
  }
}
