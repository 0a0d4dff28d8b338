import Coverage
import RosterModel
import Sheets
import Testing

@Suite("Sheets as a workbook")
struct SheetWorkbookTests {
  private func workbook(_ fixture: SheetsFixture) -> SheetWorkbook {
    SheetWorkbook(SheetBook(fixture.roster, grid: fixture.grid), of: fixture.roster)
  }

  @Test("a worksheet a place, each sheet under its heading, what is not covered marked")
  func rows() throws {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A", note: "=1+1")
    let book = workbook(fixture)
    #expect(book.worksheets.map(\.name) == ["y1", "y2", "yunusobod"])
    let rows = book.worksheets[0].rows
    #expect(rows[0] == .heading("Юнусабад-1: 2026-12-05 sat, A Day 08:00-16:00"))
    guard case .cells(let held, false) = rows[1], case .cells(let open, true) = rows[3] else {
      Issue.record("the first tile is held and the second is not: \(rows)")
      return
    }
    #expect(held[3] == "Сокол-12" && held[10] == "=1+1" && open[3] == "NOT COVERED")
    #expect(held.count == SheetWorkbook.columns.count)
  }

  @Test("of a stale roster every sheet and the foot of every page say so, and as of when")
  func stale() {
    let fixture = SheetsFixture()
    let book = SheetWorkbook(
      SheetBook(fixture.roster, grid: fixture.grid), of: fixture.roster,
      staleness: Staleness(asOf: "2026-12-05 03:12:07"))
    let headings = book.worksheets.flatMap(\.rows).compactMap { row in
      if case .heading(let text) = row { text } else { nil }
    }
    #expect(!headings.isEmpty)
    for text in headings + book.worksheets.map(\.footer) + [book.title] {
      #expect(text.hasPrefix("OUT OF DATE, as of 2026-12-05 03:12:07; edits since then may be missing: "))
    }
  }

  @Test("long ids become tabs of 31 characters that differ, and hostile text is harmless")
  func names() {
    var fixture = SheetsFixture()
    let long = String(repeating: "y", count: 40)
    fixture.roster.departments[0].id = long + "1"
    fixture.roster.departments[1].id = long + "2"
    fixture.roster.departments[0].name = "\u{1B}[2J\u{FFFF}"
    fixture.roster.units[0].leader = String(repeating: "Ў", count: 40_000)
    fixture.post(0, to: 0, "A")
    let book = workbook(fixture)
    let names = book.worksheets.map(\.name)
    #expect(Set(names).count == 3 && names.allSatisfy { $0.count <= 31 })
    #expect(book.worksheets.allSatisfy { !$0.footer.contains("\u{1B}") && !$0.footer.contains("\u{FFFF}") })
    for case .cells(let cells, _) in book.worksheets.flatMap(\.rows) {
      #expect(cells.allSatisfy { $0.utf16.count <= 32_767 })
    }
  }
}
