import Sheets
import Tables
import Testing

@Suite("CSV dialects")
struct CSVDialectTests {
  /// Everything that quoting, guarding or splitting could stumble over.
  private static let pieces = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", "\"\"", ",", ";", " ", "a", "1", "Сокол", "ў", "e\u{301}",
    "\u{301}", "\u{FEFF}", "\u{0}", "\u{1B}[2J", "👮🏽‍♀️",
  ]

  private func randomText(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test("what is guarded comes back exactly, whatever the text", arguments: CSVDialect.allCases)
  func guardRoundTrip(dialect: CSVDialect) {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let text = randomText(&generator)
      #expect(Array(dialect.unguarded(dialect.guarded(text)).utf8) == Array(text.utf8))
    }
  }

  @Test("a table that is written and read by the RFC's grammar is the same table", arguments: CSVDialect.allCases)
  func tableRoundTrip(dialect: CSVDialect) {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let rows = (0..<4).map { _ in (0..<3).map { _ in randomText(&generator) } }
      var text = CSVText(dialect)
      text.append(row: ["a", "b", "c"])
      for row in rows { text.append(row: row) }
      let read = ReferenceReader.rows(text.bytes, delimiter: dialect.form.delimiter).dropFirst()
      #expect(
        read.map { $0.map { Array(dialect.unguarded($0).utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test("no cell of the excel dialect starts as a formula does")
  func noFormulas() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let first = CSVDialect.excel.guarded(randomText(&generator)).unicodeScalars.first
      #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true)
    }
  }

  @Test("excel opens semicolons, a byte order mark and CRLF; rfc4180 is commas and LF")
  func bytes() {
    var excel = CSVText(.excel)
    excel.append(row: ["ў", "-1", "a;b", "a,b", "'x", "\tx"])
    #expect(Array(excel.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(String(decoding: excel.bytes.dropFirst(3), as: UTF8.self) == "ў;'-1;\"a;b\";a,b;''x;'\tx\r\n")
    var plain = CSVText(.rfc4180)
    plain.append(row: ["ў", "-1", "a;b", "a,b", "'x", "say \"hi\""])
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "ў,-1,a;b,\"a,b\",'x,\"say \"\"hi\"\"\"\n")
  }
}
