import RosterFolder
import RosterModel
import Testing

@Suite("What a spreadsheet does to a table")
struct SpreadsheetTableTests {
  /// Tables that mean the same as the sample's, as a spreadsheet or a person leaves them, with what is told of them.
  struct Case: CustomTestStringConvertible {
    var file: String
    var old: String
    var new: String
    /// Line and column of each warning; none where there is nothing to tell.
    var places: [String]

    init(_ file: String, _ old: String, _ new: String, _ places: String...) {
      (self.file, self.old, self.new, self.places) = (file, old, new, places)
    }

    var testDescription: String { "\(file) \(new.debugDescription)" }
  }

  static let cases = [
    // Rows of empty fields, and empty columns at the end.
    Case("districts.csv", "north,North\n", ",\nnorth,North\n,\n,,,\n\"\",\" \"\n"),
    Case("districts.csv", "id,name\nnorth,North\n", "id,name,,\nnorth,North,,\n,,,\n"),
    Case("districts.csv", "north,North\n", "north,North,,,\n"),
    Case("departments.csv", "id,district,name\n", "id,district,name, \n"),
    Case("assignments.csv", "2026-12-02,A,n1-b,u1,,\n", "2026-12-02,A,n1-b,u1\n", "4:1"),
    Case("districts.csv", "id,name\nnorth,", "id,,name\nnorth,,"),
    // Names of columns.
    Case("districts.csv", "id,name", "ID, Name ", "1:1", "1:4"),
    // Dates.
    Case("assignments.csv", "2026-12-02", "02.12.2026", "4:1"),
    Case("assignments.csv", "2026-12-02", "2.12.2026", "4:1"),
    Case("assignments.csv", "2026-12-02", " 2026-12-02 ", "4:1"),
    Case("assignments.csv", "2026-12-02", "2026/12/2", "4:1"),
    Case("published.csv", "2026-12-01", "01.12.2026", "2:1"),
    Case("publications.csv", "2026-12-01", "01.12.2026", "2:7"),
    Case("waivers.csv", "2026-12-07", "7.12.2026", "2:42"),
    Case("absences.csv", "2026-12-03..2026-12-04", "03.12.2026..04.12.2026", "2:4"),
    Case("incidents.csv", "2026-11-20T21:30", "20.11.2026 21:30:00", "2:1"),
    Case("calls.csv", "2026-12-01T18:05", "01.12.2026 18:05", "2:22"),
    Case("manoeuvres.csv", "21:40", "21:40:00", "3:17"),
    // Words.
    Case("units.csv", "Сокол-1,police", "Сокол-1,Police", "2:12"),
    Case("units.csv", "Сокол-1,police", "Сокол-1, POLICE ", "2:12"),
    Case("units.csv", "district,three-shift,2,car", "District,three-shift,2,Car", "2:22", "2:45"),
    Case("beats.csv", "route,police guard,car", "Route,Police Guard,CAR", "3:22", "3:28", "3:41"),
    Case("demand.csv", "n1,beat,,daily", "n1,Beat,,Daily", "2:4"),
    Case("demand.csv", "mon-fri,A,police", "Mon-Fri,A,POLICE", "3:18"),
    Case("assignments.csv", "locked", "Locked", "2:22"),
    Case("absences.csv", "leave", "LEAVE", "2:28"),
    Case("requests.csv", "off,want", "Off,WANT", "2:12", "2:16"),
    Case("manoeuvres.csv", "sent-home", "Sent-Home", "3:23"),
    Case("calls.csv", "no-answer", "NO-ANSWER", "2:39"),
    // Numbers.
    Case("units.csv", "three-shift,3,", "three-shift,3.00,", "4:39"),
    Case("demand.csv", ",1,1,3", ", 1 ,\"1,0\",3", "3:26", "3:30"),
    // Ids and callsigns.
    Case("assignments.csv", "n1-b,u1", "N1-B, U1 ", "4:14", "4:19"),
    Case("assignments.csv", "n1-b,u1", "n1-b,Сокол-1", "4:19"),
    Case("assignments.csv", "n1-b,u1", "n1-b,СОКОЛ-1", "4:19"),
    Case("assignments.csv", "n1-b,u1", "n1-b, Cокол-1", "4:19"),
    Case("assignments.csv", "n2-a,u2", "n2-a,Sokol-2", "3:19"),
    Case("absences.csv", "u2,", "sokol-2,", "2:1"),
    Case("requests.csv", "u1,", "Сокол‑1,", "2:1"),
    Case("published.csv", "n1-a,u1", "n1-a,сокол-1", "2:19"),
    Case("units.csv", "n1,district,three-shift", "N1,district, Three-Shift", "2:19", "2:31"),
    Case("departments.csv", "n2,north,", "n2, NORTH,", "3:4"),
    Case("districts.csv", "north,North", " north ,North", "2:1"),
  ]

  @Test("is forgiven: the roster is the same, nothing is wrong, and the next write is canonical", arguments: cases)
  func forgiven(ugly: Case) throws {
    let clean = try #require(SampleFiles.all[ugly.file])
    #expect(clean.contains(ugly.old))
    let folder = try TemporaryRoster([ugly.file: clean.replacing(ugly.old, with: ugly.new, maxReplacements: 1)])
    let snapshot = try folder.read()
    #expect(snapshot.isComplete)
    #expect(snapshot.places == ugly.places.map { "\(ugly.file):\($0) FMT011" })
    #expect(snapshot.findings.allSatisfy { $0.severity == .warning })
    var roster = try snapshot.requireRoster()
    let sample = try TemporaryRoster().read().requireRoster()
    #expect(Self.withoutLines(roster) == Self.withoutLines(sample))
    // Any change of the table has it written.
    let table = try #require(RosterTable.allCases.first { $0.file == ugly.file })
    Self.turn(table, of: &roster)
    try FolderWriter.save(roster, over: snapshot)
    let again = try folder.read()
    #expect(again.findings.isEmpty)
    var back = try again.requireRoster()
    Self.turn(table, of: &back)
    try FolderWriter.save(back, over: again)
    #expect(try folder.text(ugly.file) == clean)
  }

  /// Changes something of a table, or changes it back.
  private static func turn(_ table: RosterTable, of roster: inout Roster) {
    func turned(_ text: String) -> String { text.hasPrefix("~") ? String(text.dropFirst()) : "~" + text }
    switch table {
    case .districts: roster.districts[0].name = turned(roster.districts[0].name)
    case .departments: roster.departments[0].name = turned(roster.departments[0].name)
    case .beats: roster.beats[0].name = turned(roster.beats[0].name)
    case .units: roster.units[0].leader = turned(roster.units[0].leader)
    case .demand: roster.demand[0].maximum = roster.demand[0].maximum == nil ? 9 : nil
    case .assignments: roster.assignments[1].isLocked.toggle()
    case .absences: roster.absences[0].reason = roster.absences[0].reason == .leave ? .sick : .leave
    case .requests: roster.requests[0].wish = roster.requests[0].wish == .want ? .avoid : .want
    case .waivers: roster.waivers[0].by = turned(roster.waivers[0].by)
    case .publications: roster.publications[0].by = turned(roster.publications[0].by)
    case .published: roster.published[0].beat = BeatReference(1 - roster.published[0].beat.index)
    case .manoeuvres: roster.manoeuvres[0].reason = turned(roster.manoeuvres[0].reason)
    case .calls: roster.calls[0].note = turned(roster.calls[0].note)
    case .incidents: roster.incidents[0].weight = 3 - roster.incidents[0].weight
    }
  }

  private static func withoutLines(_ roster: Roster) -> Roster {
    var roster = roster
    for index in roster.districts.indices { roster.districts[index].line = 0 }
    for index in roster.departments.indices { roster.departments[index].line = 0 }
    for index in roster.beats.indices { roster.beats[index].line = 0 }
    for index in roster.units.indices { roster.units[index].line = 0 }
    for index in roster.demand.indices { roster.demand[index].line = 0 }
    for index in roster.assignments.indices { roster.assignments[index].line = 0 }
    return roster
  }

  @Test(
    "what has two meanings is refused as ever",
    arguments: [
      ("assignments.csv", "2026-12-02", "12/7/2026"), ("assignments.csv", "2026-12-02", "12/13/2026"),
      ("assignments.csv", "2026-12-02", "02.12.26"), ("assignments.csv", "2026-12-02", "02-12-2026"),
      ("assignments.csv", "2026-12-02", "31.11.2026"), ("assignments.csv", "2026-12-02", "12.13.2026"),
      ("units.csv", "three-shift,3,", "three-shift,\"1,000\","), ("units.csv", "Сокол-1,police", "Сокол-1,pol ice"),
      ("assignments.csv", "n1-b,u1", "n1-b,Сокол-7"),
    ])
  func refused(file: String, old: String, new: String) throws {
    let clean = try #require(SampleFiles.all[file])
    let snapshot = try TemporaryRoster([file: clean.replacing(old, with: new)]).read()
    #expect(snapshot.places.count == 1 && snapshot.places[0].hasSuffix("FMT006") && !snapshot.isComplete)
  }

  @Test("a callsign of two units is neither's, also where one of the two rows cannot be used, and both are named")
  func twoBearers() throws {
    let assignments = "day,shift,beat,unit\n2026-12-02,A,n1-b,Сокол-1\n"
    for row in [
      "u9,СОКОЛ-1,police,n1,district,three-shift,2,car,,", "u9,Cокол-1,polise,n1,district,three-shift,2,car,,",
    ] {
      let units = try #require(SampleFiles.all["units.csv"]).replacing("Сокол-1", with: "СOКОЛ-1")
      let snapshot = try TemporaryRoster(["units.csv": units + row + "\n", "assignments.csv": assignments]).read()
      let finding = try #require(snapshot.findings.first { $0.location?.file == "assignments.csv" })
      #expect(finding.rule.id == "FMT006" && finding.message.contains("that of u1 or u9"), "\(finding.message)")
    }
  }

  @Test("a callsign of a unit whose row cannot be used names that unit, and follows from what is told of the row")
  func unusableBearer() throws {
    let units = try #require(SampleFiles.all["units.csv"]) + "u9,Burgut,polise,n1,district,three-shift,2,car,,\n"
    let snapshot = try TemporaryRoster([
      "units.csv": units, "assignments.csv": "day,shift,beat,unit\n2026-12-02,A,n1-b,BURGUT\n",
    ]).read()
    #expect(snapshot.places == ["assignments.csv:2:19 FMT011", "units.csv:6:11 FMT006"])
    let roster = try snapshot.requireRoster()
    #expect(roster.id(roster.assignments[0].unit) == "u9" && snapshot.unusableRows.ids["unit"] == ["u9"])
  }

  @Test("a line break in a note or a task is kept and told, and nothing else is wrong", arguments: ["\n", "\r\n"])
  func lineBreaks(lineBreak: String) throws {
    let folder = try TemporaryRoster([
      "beats.csv": try #require(SampleFiles.all["beats.csv"]).replacing(
        "Walk the fence", with: "\"Walk\(lineBreak)the fence\""),
      "assignments.csv": try #require(SampleFiles.all["assignments.csv"]).replacing(
        "then base", with: "\(lineBreak)then base"),
    ])
    let snapshot = try folder.read()
    #expect(snapshot.places == ["assignments.csv:3:23 FMT011", "beats.csv:3:45 FMT011"])
    #expect(snapshot.isComplete)
    var roster = try snapshot.requireRoster()
    #expect(roster.beats[1].task == "Walk\(lineBreak)the fence")
    roster.assignments.removeLast()
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("assignments.csv").contains("\"until 22:00, \(lineBreak)then base\""))
  }

  @Test("what stands in a column without a name is kept, however many there are, and an empty one among them goes")
  func nameless() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,,name,,,\nnorth,x,North,,y,\n"])
    let snapshot = try folder.read()
    #expect(snapshot.places == ["districts.csv:1:4 FMT004", "districts.csv:1:11 FMT004"] && snapshot.isComplete)
    var roster = try snapshot.requireRoster()
    roster.districts[0].name = "N"
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("districts.csv") == "id,name,,\nnorth,N,x,y\n")
  }

  @Test("a row that is cut off is not completed, and one that lacks what the table needs is not either")
  func cutOff() throws {
    for row in ["2026-12-03,A,n1-a,u", "2026-12-03,A,n1-a\n"] {
      let table = try #require(SampleFiles.all["assignments.csv"]) + row
      let snapshot = try TemporaryRoster(["assignments.csv": table]).read()
      #expect(snapshot.places == ["assignments.csv:5:1 FMT001"])
    }
  }

  @Test("bad rows among empty ones and columns are kept as they are, and the table is read the same when it is written")
  func badRows() throws {
    let folder = try TemporaryRoster(["districts.csv": "ID,name,,\n,,,\n-x,Bad,,\nnorth,North,,\n,,,\n"])
    let snapshot = try folder.read()
    #expect(snapshot.places == ["districts.csv:1:1 FMT011", "districts.csv:3:1 FMT006"])
    var roster = try snapshot.requireRoster()
    roster.districts[0].name = "N"
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("districts.csv") == "id,name\nnorth,N\n-x,Bad,,\n")
    #expect(try folder.read().places == ["districts.csv:3:1 FMT006"])
  }
}
