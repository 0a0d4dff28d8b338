import RosterFolder
import RosterModel
import Testing

@Suite("Rows read eight bytes at a time, and tables beside each other")
struct PlainRowTests {
  /// Names of every length up to 40 bytes and more, with what is looked at singly at every place in them.
  private static let names = (0...40).flatMap { length in
    ["x", "Я", " ", "\u{7E}", "!", "\u{FFFD}", "a;b"].map { String(repeating: "-", count: length) + $0 + "z" }
  }

  @Test(
    "a field is read the same wherever its bytes fall, with either delimiter and either line end",
    arguments: [",", ";"], ["\n", "\r\n"])
  func boundaries(delimiter: String, lineEnd: String) throws {
    let rows = Self.names.enumerated().map { number, name in
      let field = name.contains(delimiter) ? "\"\(name)\"" : name
      return "d\(1000 + number)\(delimiter)\(field)"
    }
    let table = (["id\(delimiter)name"] + rows).joined(separator: lineEnd)
    for end in ["", lineEnd, lineEnd + lineEnd] {
      let snapshot = try TemporaryRoster(["districts.csv": table + end]).read()
      #expect(snapshot.findings.allSatisfy { $0.location?.file != "districts.csv" })
      #expect(try snapshot.requireRoster().districts.map(\.name) == Self.names)
    }
  }

  @Test("a carriage return that ends no line is a control character at its place")
  func carriageReturn() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,name\nnorth,No\rrth and some more\n"])
    #expect(try folder.read().places == ["districts.csv:2:7 FMT008"])
    #expect(try folder.read().requireRoster().districts[0].name == "No\rrth and some more")
  }

  @Test("a quote after many plain fields spoils its own row only")
  func lateQuote() throws {
    let folder = try TemporaryRoster([
      "incidents.csv": "at,place,weight\n2026-11-20T21:30,n1-a,1\n2026-11-20T21:30,n1\"a,1\n2026-11-20T21:30,n1-b,3\n"
    ])
    #expect(try folder.read().places == ["incidents.csv:3:20 FMT001"])
    #expect(try folder.read().requireRoster().incidents.map(\.weight) == [1, 3])
  }

  @Test("ids of every length that differ in one character are told apart")
  func identifiers() throws {
    var ids: [String] = []
    for length in 1...64 {
      for place in [0, length / 2, length - 1] {
        var letters = [Character](repeating: "a", count: length)
        letters[place] = "b"
        ids.append(String(letters))
      }
    }
    let distinct = Set(ids).sorted()
    let units: String = distinct.map { "\($0),,police,n1,district,three-shift,,,,\n" }.joined()
    let posted: String = distinct.map { "2026-12-01,A,n1-a,\($0),,\n" }.joined()
    let snapshot = try TemporaryRoster([
      "units.csv": "id,callsign,force,home,reach,regime,officers,mode,skills,leader\n" + units,
      "assignments.csv": "day,shift,beat,unit,status,note\n" + posted,
    ]).read()
    let roster = try snapshot.requireRoster()
    #expect(roster.units.map(\.id) == distinct)
    #expect(roster.assignments.map { roster.id($0.unit) } == distinct)
  }

  @Test("strays are numbered in the order of the tables, and a folder is read the same whoever looks on")
  func strays() throws {
    let folder = try TemporaryRoster([
      "demand.csv": "place,days,minimum\nn1-a,daily,1\nnowhere,daily,1\n",
      "assignments.csv": "day,shift,beat,unit,status,note\n2026-12-01,A,n1-a,ghost,,\n2026-12-01,A,gone,u1,,by hand\n",
      "absences.csv": "unit,days,shift,reason\nshade,2026-12-03,,leave\nghost,2026-12-03,,leave\n",
    ])
    var files: [String] = []
    let inTurn = try FolderReader.read(at: folder.path) { file, _ in files.append(file) }
    let atOnce = try folder.read()
    #expect(try atOnce.requireRoster().strays == ["nowhere", "ghost", "gone", "shade"])
    #expect(atOnce.roster == inTurn.roster)
    #expect(atOnce.findings == inTurn.findings)
    #expect(files == ["roster.toml"] + RosterTable.allCases.map(\.file))
  }
}
