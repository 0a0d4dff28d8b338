import Coverage
import RosterModel
import Sheets
import Testing

@Suite("The flat table")
struct FlatTableTests {
  private let day = SheetsFixture.day

  private func rows(_ roster: Roster, _ selection: SheetSelection = .all) -> [[String: String]] {
    let table = FlatTable(roster, grid: CoverageGrid(roster), selection: selection)
    let cells = ReferenceReader.rows(table.csv(dialect: .rfc4180).bytes, delimiter: UInt8(ascii: ","))
    return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(FlatTable.header, $0)) }
  }

  @Test("a posting with everything joined to it, the night on the next date")
  func golden() {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "C", note: "radio 3", isLocked: true)
    let table = FlatTable(fixture.roster, grid: fixture.grid)
    #expect(
      String(decoding: table.csv(dialect: .rfc4180).bytes, as: UTF8.self) == """
        day,weekday,shift,shift_name,start,end,minutes,night,district,district_name,department,department_name,beat,\
        beat_name,kind,task,unit,callsign,force,leader,officers,mode,skills,home,regime,status,absent,note,parts
        2026-12-05,sat,C,Night,2026-12-06T00:00:00+05:00,2026-12-06T08:00:00+05:00,480,true,yunusobod,Yunusobod,y1,\
        Юнусабад-1,y1-b01,Бодомзор метроси,post,"Check the ""north"" gate, hourly",u1,Сокол-12,police,Каримов А.,2,foot,,\
        y1,any,locked,,radio 3,

        """)
  }

  @Test("rows are sorted by day, shift, beat and unit, whatever order they were read in")
  func sorted() {
    var fixture = SheetsFixture()
    fixture.post(3, to: 3, "D")
    fixture.post(2, to: 0, "A", on: day.advanced(by: 1))
    fixture.post(1, to: 1, "A")
    fixture.post(2, to: 0, "A")
    fixture.post(0, to: 0, "A")
    fixture.post(0, to: 0, "A", note: "twice by mistake")
    let forwards = rows(fixture.roster)
    #expect(forwards.map { $0["unit"] } == ["u1", "u1", "u3", "u2", "u4", "u3"])
    fixture.roster.assignments.reverse()
    #expect(rows(fixture.roster) == forwards)
  }

  @Test("history is in it, and so is what no table defines, by its id")
  func everything() {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A", on: day.advanced(by: -5))
    fixture.post(1, to: 1, "A")
    fixture.roster.assignments[1].unit = UnitReference(stray: fixture.roster.stray("ghost"))
    fixture.roster.assignments[1].beat = BeatReference(stray: fixture.roster.stray("nowhere"))
    fixture.roster.assignments[1].shift = ShiftReference(stray: fixture.roster.stray("Z"))
    let rows = rows(fixture.roster)
    #expect(rows.map { $0["day"] } == ["2026-11-30", "2026-12-05"])
    #expect(rows[1]["unit"] == "ghost" && rows[1]["beat"] == "nowhere" && rows[1]["shift"] == "Z")
    #expect(rows[1]["callsign"] == "" && rows[1]["district"] == "" && rows[1]["start"] == "")
  }

  @Test("a shift chooses the postings that stand on its sheets, duties too")
  func selection() throws {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A")
    fixture.post(1, to: 2, "B")
    fixture.post(2, to: 0, "E")
    fixture.post(3, to: 3, "D")
    let evening = try SheetSelection(in: fixture.roster, days: day...day, shift: "B")
    #expect(rows(fixture.roster, evening).map { $0["unit"] } == ["u4", "u2", "u3"])
    let first = try SheetSelection(in: fixture.roster, department: "y1")
    #expect(rows(fixture.roster, first).map { $0["unit"] } == ["u1", "u3"])
  }

  @Test("a shift over a change of the clock says its true length and both offsets")
  func daylightSaving() {
    var fixture = SheetsFixture()
    let midnight = Int(day.number) * 1440
    fixture.roster.settings.zone = ZoneOffsets(
      initialOffset: -210, transitions: [.init(at: midnight + 1440 + 120, offset: -150)])
    fixture.post(0, to: 0, "D")
    let row = rows(fixture.roster)[0]
    #expect(row["start"] == "2026-12-05T08:00:00-03:30")
    #expect(row["end"] == "2026-12-06T08:00:00-02:30")
    #expect(row["minutes"] == "1380")
  }

  @Test("a split duty says when it begins and ends, its parts, and the minutes it works")
  func splitDuty() {
    var fixture = SheetsFixture()
    fixture.addSplitDuty()
    fixture.post(0, to: 0, "S")
    let row = rows(fixture.roster)[0]
    #expect(row["start"] == "2026-12-05T09:00:00+05:00" && row["end"] == "2026-12-06T04:00:00+05:00")
    #expect(row["minutes"] == "480")
    #expect(
      row["parts"]
        == "2026-12-05T09:00:00+05:00/2026-12-05T13:00:00+05:00 2026-12-06T00:00:00+05:00/2026-12-06T04:00:00+05:00")
  }

  @Test("a posted unit that is away says why")
  func absent() {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A")
    fixture.roster.absences = [
      Absence(unit: UnitReference(0), days: .day(day), shift: ShiftReference(0), reason: .training)
    ]
    #expect(rows(fixture.roster)[0]["absent"] == "training")
  }
}
