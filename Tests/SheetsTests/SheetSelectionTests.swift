import Coverage
import RosterModel
import Sheets
import Testing

@Suite("Choosing sheets")
struct SheetSelectionTests {
  private let fixture = SheetsFixture()
  private let day = SheetsFixture.day

  @Test("every department, and a district with beats of its own, has a sheet for each day and shift")
  func all() {
    let names = fixture.fileNames(.all)
    #expect(names.count == 3 * 2 * 3)
    #expect(
      names.prefix(4) == [
        "y1_2026-12-05_A.csv", "y1_2026-12-05_B.csv", "y1_2026-12-05_C.csv", "y2_2026-12-05_A.csv",
      ])
    #expect(names.last == "yunusobod_2026-12-06_C.csv")
  }

  @Test("day, department and shift choose, in any case of their ids")
  func narrowed() throws {
    let selection = try SheetSelection(
      in: fixture.roster, days: day...day, district: "YUNUSOBOD", department: "Y2", shift: "b")
    #expect(fixture.fileNames(selection) == ["y2_2026-12-05_B.csv"])
  }

  @Test("a duty chooses the sheets of the shifts that it covers")
  func duty() throws {
    let selection = try SheetSelection(in: fixture.roster, days: day...day, department: "y1", shift: "D")
    #expect(fixture.fileNames(selection) == ["y1_2026-12-05_A.csv", "y1_2026-12-05_B.csv", "y1_2026-12-05_C.csv"])
  }

  @Test("days outside the period have no sheets")
  func outsidePeriod() {
    #expect(fixture.fileNames(SheetSelection(days: day.advanced(by: -3)...day)).count == 9)
    #expect(fixture.fileNames(SheetSelection(days: day.advanced(by: 9)...day.advanced(by: 10))).isEmpty)
  }

  @Test("an id that is not in the roster is named with those that are")
  func unknown() {
    #expect(throws: SheetSelectionError.unknown(kind: .department, id: "y9", known: ["y1", "y2"])) {
      try SheetSelection(in: fixture.roster, department: "y9")
    }
    #expect(
      SheetSelectionError.unknown(kind: .department, id: "\u{1B}y9", known: ["y1", "y2"]).description
        == "no department has the id '\u{FFFD}y9' (character 1 is U+001B). Did you mean y1 or y2?")
  }

  @Test("a department is not looked for in another district")
  func elsewhere() {
    var roster = fixture.roster
    roster.districts.append(District(id: "zangiota", name: "Zangiota"))
    #expect(
      throws: SheetSelectionError.departmentElsewhere(
        department: "y1", district: "zangiota", itsDistrict: "yunusobod")
    ) { try SheetSelection(in: roster, district: "zangiota", department: "y1") }
  }

  @Test("an export stands for the sheets of its places, shifts and days of the period, and no others")
  func range() throws {
    let roster = fixture.roster
    let all = SheetRange(.all, in: roster)
    #expect(all.contains(SheetKey(place: "closed-department", day: day, shift: "A")))
    #expect(!all.contains(SheetKey(place: "y1", day: day.advanced(by: -1), shift: "A")))
    let one = SheetRange(try SheetSelection(in: roster, district: "yunusobod", shift: "A"), in: roster)
    #expect(one.contains(SheetKey(place: "y2", day: day, shift: "A")))
    #expect(one.contains(SheetKey(place: "yunusobod", day: day, shift: "A")))
    #expect(!one.contains(SheetKey(place: "y2", day: day, shift: "B")))
    #expect(!one.contains(SheetKey(place: "closed-department", day: day, shift: "A")))
  }
}
