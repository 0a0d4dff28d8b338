import Coverage
import RosterModel
import Sheets
import Testing

@Suite("The printable report")
struct CoverageReportTests {
  private func page(_ fixture: SheetsFixture, _ selection: SheetSelection = .all) -> String {
    let report = CoverageReport(
      fixture.roster, grid: fixture.grid, selection: selection, days: fixture.roster.settings.period)
    return String(decoding: report.html, as: UTF8.self)
  }

  /// What stands between markers, for each of them.
  private func pieces(_ page: String, from start: String, to end: String) -> [Substring] {
    page.split(separator: start).dropFirst().map { $0.split(separator: end, omittingEmptySubsequences: false)[0] }
  }

  @Test("gaps are listed, coloured and counted; what is met is coloured too")
  func gaps() {
    var fixture = SheetsFixture()
    fixture.roster.demand[0].minimum = 4
    fixture.roster.demand[0].target = 5
    for unit in 0..<4 { fixture.post(unit, to: 0, "A") }
    fixture.post(0, to: 0, "C", on: SheetsFixture.day.advanced(by: 1))
    let page = page(fixture)
    #expect(page.contains("0 of 6 squares at target; 19 of 24 required units missing"))
    let tones = pieces(page, from: "<rect class=\"", to: "\"")
    #expect(tones == ["low", "g3", "g3", "g3", "g3", "g3"])
    #expect(
      pieces(page, from: "class=\"m\" ", to: "<").map { $0.split(separator: ">")[1] } == ["4", "4", "4", "4", "3"])
    #expect(page.contains("<td>2026-12-06</td><td>C</td><td>Бодомзор метроси (y1-b01)</td>"))
  }

  @Test("each unit has its hours, nights and weekends beside its fair share")
  func load() {
    var fixture = SheetsFixture()
    fixture.roster.units = [fixture.roster.units[0], fixture.roster.units[3]]
    fixture.post(0, to: 0, "C")
    fixture.post(1, to: 3, "A")
    fixture.post(0, to: 0, "B", on: SheetsFixture.day.advanced(by: 1))
    let rows = pieces(page(fixture), from: "<tr><td>u", to: "</tr>")
    #expect(rows.count == 2)
    let figures = rows.map { row in
      row.split(separator: "<td class=\"r\">").dropFirst().map { $0.split(separator: "<")[0] }
    }
    #expect(figures == [["2", "16", "1", "1"], ["2", "8", "0", "1"]])
    #expect(rows[1].contains("d=\"M0 1h50v7H0z\"/><path class=\"f\" d=\"M75 0v9\""))
  }

  @Test("hostile names are text and nothing else, and no script may run")
  func hostile() {
    var fixture = SheetsFixture()
    let attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\u{1B}[2J\u{202E}"
    fixture.roster.settings.title = attack
    fixture.roster.districts[0].name = attack
    fixture.roster.departments[0].name = attack
    fixture.roster.beats[0].name = attack
    for number in fixture.roster.units.indices { fixture.roster.units[number].callsign = attack }
    fixture.roster.demand.append(DemandRow(place: .city, skill: attack, minimum: 1))
    let page = page(fixture)
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{1B}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("&amp;lt;"))
    #expect(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"))
    for forbidden in ["href=", "src=", "onerror", "style=", "url("] {
      #expect(!page.replacing("&lt;img src=x onerror=alert(1)&gt;", with: "").contains(forbidden), "\(forbidden)")
    }
  }

  @Test("the report of a part tells of that part alone, and the same roster makes the same page")
  func part() throws {
    var fixture = SheetsFixture()
    fixture.roster.demand.append(DemandRow(place: .city, minimum: 9))
    let chosen = try SheetSelection(in: fixture.roster, department: "y1")
    #expect(!page(fixture, chosen).contains("City"))
    #expect(page(fixture).contains("City"))
    let before = page(fixture)
    fixture.roster.assignments.reverse()
    #expect(page(fixture) == before)
  }
}
