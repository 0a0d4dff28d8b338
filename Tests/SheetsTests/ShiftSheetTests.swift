import Coverage
import RosterModel
import Sheets
import Tables
import Testing

@Suite("Shift sheets")
struct ShiftSheetTests {
  @Test("a sheet in both dialects, with Cyrillic, quotes and a callsign that is a formula")
  func golden() throws {
    var fixture = SheetsFixture()
    fixture.post(1, to: 1, "A", note: "relieves u4; radio 3")
    fixture.post(0, to: 0, "A", isLocked: true)
    let selection = try SheetSelection(in: fixture.roster, days: SheetsFixture.day...SheetsFixture.day, shift: "A")
    let book = SheetBook(fixture.roster, grid: fixture.grid, selection: selection)
    let sheet = try #require(book.sheets.first { $0.place == .department(DepartmentReference(0)) })
    #expect(
      String(decoding: sheet.csv(in: fixture.roster, dialect: .rfc4180).bytes, as: UTF8.self) == """
        beat,name,task,callsign,force,leader,officers,mode,from,to,note,changes,unit,shift,status,absent
        y1-b01,Бодомзор метроси,"Check the ""north"" gate, hourly",Сокол-12,police,Каримов А.,2,foot,08:00,16:00,,,u1,A,\
        locked,
        y1-b02,Park,,"=HYPERLINK(""x"")",guard,O‘ktamov,2,,08:00,16:00,relieves u4; radio 3,,u2,A,,
        END OF SHEET,,,,,,,,,,,,,,,

        """)
    #expect(
      String(decoding: sheet.csv(in: fixture.roster, dialect: .excel).bytes, as: UTF8.self) == """
        \u{FEFF}beat;name;task;callsign;force;leader;officers;mode;from;to;note;changes;unit;shift;status;absent\r
        y1-b01;Бодомзор метроси;"Check the ""north"" gate, hourly";Сокол-12;police;Каримов А.;2;foot;08:00;16:00;;;u1;A;\
        locked;\r
        y1-b02;Park;;"'=HYPERLINK(""x"")";guard;O‘ktamov;2;;08:00;16:00;"relieves u4; radio 3";;u2;A;;\r
        END OF SHEET;;;;;;;;;;;;;;;\r

        """)
  }

  @Test("a 24-hour duty stands on the sheet of each of its tiles with its own times, and midnight is 00:00")
  func dutyOverMidnight() throws {
    var fixture = SheetsFixture()
    fixture.post(3, to: 3, "D")
    for tile in ["A", "B", "C"] {
      #expect(
        try fixture.sheet("yunusobod", tile) == ["yunusobod-car,Car,,Lochin-4,police,,2,car,08:00,08:00,,,u4,D,,"])
    }
    fixture.post(0, to: 1, "C")
    #expect(try fixture.sheet("y1", "C").contains { $0.contains(",00:00,08:00,") && $0.contains(",u1,C,") })
  }

  @Test("a split duty stands on the sheet of each of its tiles with the times at which it is there, and on no other")
  func splitDuty() throws {
    var fixture = SheetsFixture()
    fixture.addSplitDuty()
    fixture.post(3, to: 3, "S")
    #expect(try fixture.sheet("yunusobod", "A") == ["yunusobod-car,Car,,Lochin-4,police,,2,car,09:00,13:00,,,u4,S,,"])
    #expect(try fixture.sheet("yunusobod", "B") == [])
    #expect(try fixture.sheet("yunusobod", "C") == ["yunusobod-car,Car,,Lochin-4,police,,2,car,00:00,04:00,,,u4,S,,"])
  }

  @Test("evening volunteers stand with their own times beside the police who escort them")
  func escortedVolunteers() throws {
    var fixture = SheetsFixture()
    fixture.post(2, to: 0, "E")
    fixture.post(0, to: 0, "B")
    #expect(
      try fixture.sheet("y1", "B").map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(12) } == [
        ["police", "Каримов А.", "2", "foot", "16:00", "00:00", "", "", "u1", "B", "", ""],
        ["volunteer", "", "4", "", "18:30", "22:30", "", "", "u3", "E", "", ""],
      ])
    #expect(try fixture.sheet("y1", "A").allSatisfy { !$0.contains("Mahalla-3") })
  }

  @Test("a beat with demand and no unit is marked NOT COVERED where the callsign would stand")
  func notCovered() throws {
    var fixture = SheetsFixture()
    #expect(
      try fixture.sheet("y1", "C") == [
        "y1-b01,Бодомзор метроси,\"Check the \"\"north\"\" gate, hourly\",NOT COVERED,,,,,00:00,08:00,,,,,,"
      ])
    fixture.post(3, to: 0, "D")
    #expect(try fixture.sheet("y1", "C").allSatisfy { !$0.contains("NOT COVERED") })
  }

  @Test("a beat that wants a unit but needs none is NOT COVERED; one without demand has no row")
  func targetIsDemand() throws {
    var fixture = SheetsFixture()
    fixture.roster.demand = [DemandRow(place: .beat(BeatReference(1)), minimum: 0, target: 1)]
    #expect(try fixture.sheet("y1", "A").map { $0.prefix(6) } == ["y1-b02"])
    fixture.roster.demand = [DemandRow(place: .beat(BeatReference(1)), minimum: 0, maximum: 3)]
    #expect(try fixture.sheet("y1", "A").isEmpty)
  }

  @Test("a posted unit that is away stands there with the reason, and its beat is NOT COVERED")
  func absentUnit() throws {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A")
    fixture.roster.absences = [Absence(unit: UnitReference(0), days: .day(SheetsFixture.day), reason: .sick)]
    let rows = try fixture.sheet("y1", "A")
    #expect(rows.count == 2)
    #expect(rows[0].contains(",NOT COVERED,"))
    #expect(rows[1].hasSuffix(",u1,A,,sick"))
  }

  @Test("a posting of a unit that no table defines keeps its id and covers nothing")
  func unknownUnit() throws {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A")
    fixture.roster.assignments[0].unit = UnitReference(stray: fixture.roster.stray("ghost"))
    let rows = try fixture.sheet("y1", "A")
    #expect(rows.count == 2)
    #expect(rows[0].contains(",NOT COVERED,"))
    #expect(rows[1].contains(",ghost,A,"))
  }

  @Test("names cannot command a terminal or turn the reading order: control and direction characters are replaced")
  func hostileText() throws {
    var fixture = SheetsFixture()
    fixture.roster.units[0].callsign = "\u{1B}]0;pwned\u{7}\u{9B}2J\u{202E}x\rgone\u{7F}\nnext\tcell"
    fixture.post(0, to: 0, "A", note: "\u{1B}[31m")
    let selection = try SheetSelection(in: fixture.roster, department: "y1", shift: "A")
    let book = SheetBook(fixture.roster, grid: fixture.grid, selection: selection)
    let sheet = try #require(book.sheets.first { _ in true })
    for dialect in CSVDialect.allCases {
      let bytes = sheet.csv(in: fixture.roster, dialect: dialect).bytes
      let cells = ReferenceReader.rows(bytes, delimiter: dialect.form.delimiter)[1]
      #expect(cells[3] == "\u{FFFD}]0;pwned\u{FFFD}\u{FFFD}2J\u{FFFD}x\u{FFFD}gone\u{FFFD}\nnext\tcell")
      #expect(cells[10] == "\u{FFFD}[31m")
      #expect(!bytes.contains(0x1B))
    }
  }

  @Test("the same roster with its rows in another order makes the same sheets")
  func sameBytes() throws {
    var fixture = SheetsFixture()
    for (unit, shift) in [(0, "A"), (1, "A"), (2, "E"), (3, "D")] { fixture.post(unit, to: 0, shift) }
    let before = try ["A", "B", "C"].map { try fixture.sheet("y1", $0) }
    fixture.roster.assignments.reverse()
    #expect(try ["A", "B", "C"].map { try fixture.sheet("y1", $0) } == before)
  }
}
