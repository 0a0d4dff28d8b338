import RosterFolder
import RosterModel
import Testing

@Suite("Rows that cannot be used")
struct BadRowTests {
  /// A row among good ones, where it is and what the finding says.
  struct Case: CustomTestStringConvertible {
    var file: String
    var row: String
    var place: String
    var says: String

    init(_ file: String, _ row: String, _ place: String, says: String = "") {
      self.file = file
      self.row = row
      self.place = place
      self.says = says
    }

    var testDescription: String { "\(file) \(row.debugDescription)" }
  }

  static let cases = [
    Case("districts.csv", "city,City", ":3:1 FMT007", says: "city"),
    Case("districts.csv", "NORTH,North again", ":3:1 FMT007", says: "taken"),
    Case("districts.csv", "-x,Dash", ":3:1 FMT006", says: "1 to 64 characters"),
    Case("districts.csv", ",Nameless", ":3:1 FMT006"),
    Case("districts.csv", "south", ":3:1 FMT001", says: "1 fields where the header has 2"),
    Case("districts.csv", "south,South,more", ":3:1 FMT001", says: "3 fields"),
    Case("districts.csv", "south,\"South", ":3:7 FMT001", says: "not closed"),
    Case("districts.csv", "south,\"South\" side", ":3:14 FMT001", says: "closing quote"),
    Case("districts.csv", "south,So\"uth", ":3:9 FMT001", says: "quote the whole field"),
    Case("departments.csv", "north,north,Again", ":4:1 FMT007", says: "share their ids"),
    Case("departments.csv", "n3,no rth,Bad", ":4:4 FMT006", says: "no rth"),
    Case("beats.csv", "n2-b,n2,Hall,pst,,,", ":5:14 FMT006", says: "post, route, response or checkpoint"),
    Case("beats.csv", "n2-b,n2,Hall,post,polis,,", ":5:19 FMT006", says: "police, guard or volunteer"),
    Case("beats.csv", "Вокзал,n2,Hall,post,,,", ":5:1 FMT006"),
    Case("units.csv", "U1,Again,police,n1,city,three-shift,2,,,", ":6:1 FMT007"),
    Case("units.csv", "u9,Сокол,polis,n1,city,three-shift,2,,,", ":6:10 FMT006", says: "polis"),
    Case("units.csv", "u9,S,police,n1,far,three-shift,2,,,", ":6:16 FMT006", says: "department, district or city"),
    Case("units.csv", "u9,S,police,n1,city,three-shift,0,,,", ":6:33 FMT006", says: "from 1 to 1000"),
    Case("units.csv", "u9,S,police,n1,city,three-shift,99999999999999999999,,,", ":6:33 FMT006"),
    Case("units.csv", "u9,S,police,n1,city,three-shift,2,rocket,,", ":6:35 FMT006", says: "rocket"),
    Case("demand.csv", "n1,unit,,daily,,,,1,,", ":4:4 FMT006"),
    Case("demand.csv", "n1,,,sometimes,,,,1,,", ":4:6 FMT006", says: "mon-fri"),
    Case("demand.csv", "n1,,,2026-12-05..2026-12-01,,,,1,,", ":4:6 FMT006"),
    Case("demand.csv", "n1,,,daily,,,,2,1,", ":4:17 FMT006", says: "at least the minimum, 2"),
    Case("demand.csv", "n1,,,daily,,,,2,3,2", ":4:19 FMT006", says: "at least the target, 3"),
    Case("demand.csv", "n1,,,daily,,,,-1,,", ":4:15 FMT006"),
    Case("demand.csv", "n1,beat,,daily,,,,3,,", ":4:1 FMT007", says: "line 2"),
    Case("assignments.csv", "2026-02-30,A,n1-a,u1,,", ":5:1 FMT006", says: "2026-02-30"),
    Case("assignments.csv", "2026-12-03,A,n1-a,u1,closed,", ":5:22 FMT006", says: "locked"),
    Case("assignments.csv", "2026-12-03,A,,u1,,", ":5:14 FMT006"),
    Case("assignments.csv", "2026-12-01,A,n1-a,u1,,", ":5:1 FMT007", says: "line 2"),
    Case("absences.csv", "u1,daily,,holiday", ":3:11 FMT006", says: "leave, sick"),
    Case("requests.csv", "u1,daily,A,maybe,1", ":3:12 FMT006", says: "want or avoid"),
    Case("requests.csv", "u1,daily,A,want,0", ":3:17 FMT006"),
    Case("waivers.csv", ",x,2026-12-01,2026-12-02,,", ":3:1 FMT006"),
    Case("waivers.csv", "COV001,x,2026-12-03,2026-12-02,,", ":3:21 FMT006", says: "not before first_day"),
    Case("publications.csv", "north,2026-12-01,,", ":3:1 FMT007", says: "line 2"),
    Case("publications.csv", "north,tomorrow,,", ":3:7 FMT006"),
    Case("published.csv", "2026-12-01,A,n1-a,u1", ":3:1 FMT007"),
    Case("incidents.csv", "yesterday,n1-a,1", ":3:1 FMT006", says: "2026-12-31T23:59"),
    Case("incidents.csv", "2026-11-20T24:30,n1-a,1", ":3:1 FMT006"),
  ]

  @Test("a bad row is reported with its line and column, left out, and written back as it was", arguments: cases)
  func reported(_ bad: Case) throws {
    let before = try #require(SampleFiles.all[bad.file])
    let folder = try TemporaryRoster([bad.file: before + bad.row + "\n"])
    let snapshot = try folder.read()
    #expect(snapshot.places == [bad.file + bad.place])
    let message = try #require(snapshot.findings.first).message
    #expect(bad.says.isEmpty || message.contains(bad.says))
    #expect(!snapshot.isComplete)
    let sample = try TemporaryRoster().read()
    #expect(snapshot.roster == sample.roster, "the good rows are those of the roster without it")
    let table = try #require(RosterTable.allCases.first { $0.file == bad.file })
    #expect(snapshot.badRows(of: table) == Array((bad.row + "\n").utf8))
  }

  @Test("every bad value of a row and every bad row of every table is reported in one run")
  func total() throws {
    let snapshot = try TemporaryRoster([
      "units.csv": "id,callsign,force,home,reach,regime\n.u,x,p,n1,far,three-shift\nu1,x,police,n1,city,three-shift\n",
      "absences.csv": "unit,days,reason\nu1,never,lost\n",
      "roster.toml": SampleFiles.settings.replacing("days = 7", with: "days = 0"),
    ]).read()
    #expect(
      snapshot.places.filter { !$0.contains("REF") } == [
        "absences.csv:2:4 FMT006", "absences.csv:2:10 FMT006", "roster.toml:5:1 FMT006", "units.csv:2:1 FMT006",
        "units.csv:2:6 FMT006", "units.csv:2:11 FMT006",
      ])
  }

  @Test("a quote left open costs its own row, not those after it")
  func openQuote() throws {
    let snapshot = try TemporaryRoster(["districts.csv": "id,name\na,\"A\nnorth,North\nb,B\n"]).read()
    #expect(snapshot.places == ["districts.csv:2:3 FMT001"])
    #expect(try snapshot.requireRoster().districts.map(\.id) == ["b", "north"])
  }

  @Test("a quote left open is not closed by one of another bad row when both are written after the good ones")
  func openQuoteMoved() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,name\na,\"A\nnorth,\"North, far\"\nb\"\n"])
    let snapshot = try folder.read()
    #expect(snapshot.places == ["districts.csv:3:1 FMT001", "districts.csv:4:2 FMT001"])
    var roster = try snapshot.requireRoster()
    roster.districts[0].name = "North"
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("districts.csv") == "id,name\nnorth,North\nb\"\na,\"A\n")
    let again = try folder.read()
    #expect(try again.requireRoster().districts.map(\.id) == ["north"])
    #expect(again.places == ["districts.csv:3:2 FMT001", "districts.csv:4:3 FMT001"])
  }

  @Test("where bad rows would become a row in any order, the table says so and is not written")
  func openQuotesRefused() throws {
    let text = "id,name\na,\"A\nnorth,\"North, far\"\n\"\n"
    let folder = try TemporaryRoster(["districts.csv": text])
    let snapshot = try folder.read()
    #expect(snapshot.findings.contains { $0.message.contains("nothing is written to the table") })
    #expect(!snapshot.isComplete)
    var roster = try snapshot.requireRoster()
    #expect(roster.districts.map(\.id) == ["north"])
    roster.districts[0].name = "North"
    #expect(throws: SaveError.notRead(file: "districts.csv")) { try FolderWriter.save(roster, over: snapshot) }
    #expect(try folder.text("districts.csv") == text)
  }

  @Test("a CR at the end of the file stays a part of the bad row's last value")
  func returnAtEnd() throws {
    let folder = try TemporaryRoster(["absences.csv": "unit,days,reason\nu1,2026-12-01,sick\r"])
    let snapshot = try folder.read()
    #expect(try snapshot.requireRoster().absences.isEmpty)
    #expect(snapshot.badRows(of: .absences) == Array("u1,2026-12-01,sick\r\r\n".utf8))
    var roster = try snapshot.requireRoster()
    roster.absences.append(Absence(unit: UnitReference(0), days: .daily, reason: .leave))
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.read().requireRoster().absences.map(\.reason) == [.leave])
  }

  @Test("bytes that are not UTF-8 are reported where they are, and their row is kept")
  func notUTF8() throws {
    let folder = try TemporaryRoster()
    try folder.write("districts.csv", Array("id,name\nnorth,North\nsouth,Ю".utf8) + [0xDE, 0x21, 0x0A])
    let snapshot = try folder.read()
    #expect(snapshot.places == ["districts.csv:3:8 FMT005"])
    #expect(snapshot.badRows(of: .districts) == Array("south,Ю".utf8) + [0xDE, 0x21, 0x0A])
  }

  @Test(
    "a control character in a text is reported, and the text is in the roster as it stands",
    arguments: ["\u{1B}[31mred", "a\u{0}b", "tab\tbed", "\u{9B}31m", "\u{7F}"])
  func control(text: String) throws {
    let snapshot = try TemporaryRoster(["districts.csv": "id,name\nnorth,\(text)\n"]).read()
    #expect(snapshot.places == ["districts.csv:2:7 FMT008"])
    #expect(try snapshot.requireRoster().districts[0].name == text)
    let message = try #require(snapshot.findings.first).message
    #expect(!message.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
  }

  @Test("duplicates are found whatever the order of the rows")
  func unorderedDuplicates() throws {
    let rows = ["2026-12-03,C,n2-a,u3", "2026-12-01,A,n1-a,u1", "2026-12-02,B,n1-b,u2", "2026-12-01,A,n1-a,u1"]
    let table = "day,shift,beat,unit\n" + rows.joined(separator: "\n") + "\n"
    let snapshot = try TemporaryRoster(["assignments.csv": table]).read()
    #expect(snapshot.places == ["assignments.csv:5:1 FMT007"])
    #expect(try snapshot.requireRoster().assignments.count == 3)
    #expect(snapshot.badRows(of: .assignments) == Array("2026-12-01,A,n1-a,u1\n".utf8))
  }
}
