import Foundation
import RosterFolder
import RosterModel
import Testing

@Suite("Files and folders that are not what they should be")
struct BadFileTests {
  @Test("a folder that is not there, a file, an empty folder and a folder of other things are no rosters")
  func notRosters() throws {
    let folder = try TemporaryRoster()
    let path = folder.path
    #expect(throws: FolderError.notThere(path: path + "/none")) { try FolderReader.read(at: path + "/none") }
    #expect(throws: FolderError.notAFolder(path: path + "/units.csv")) {
      try FolderReader.read(at: path + "/units.csv")
    }
    try FileManager.default.createDirectory(atPath: path + "/empty", withIntermediateDirectories: true)
    #expect(throws: FolderError.notARoster(path: path + "/empty", found: [])) {
      try FolderReader.read(at: path + "/empty")
    }
    try folder.write("empty/letter.txt", "Dear all")
    let error = #expect(throws: FolderError.self) { try FolderReader.read(at: path + "/empty") }
    #expect(try #require(error).description.contains("letter.txt"))
    #expect(try #require(error).description.contains("patrol new"))
  }

  @Test("a missing required table is a finding, and the rest is read", arguments: RosterTable.allCases)
  func missing(table: RosterTable) throws {
    let snapshot = try TemporaryRoster(without: [table.file]).read()
    #expect(snapshot.places == (table.isRequired ? ["\(table.file) FMT002"] : []))
    #expect(snapshot.isComplete == !table.isRequired)
    #expect(try snapshot.requireRoster().districts.count == (table == .districts ? 0 : 1))
  }

  @Test("without roster.toml there is no roster, but every table is still checked")
  func noSettings() throws {
    let snapshot = try TemporaryRoster(["districts.csv": "id,name\n,x\n"], without: ["roster.toml"]).read()
    #expect(snapshot.roster == nil)
    #expect(!snapshot.isComplete)
    #expect(snapshot.places.contains("roster.toml FMT002"))
    #expect(snapshot.places.contains("districts.csv:2:1 FMT006"))
  }

  @Test("a missing required column is a finding, and the table is left alone")
  func missingColumn() throws {
    let folder = try TemporaryRoster(["absences.csv": "unit,reason\nu1,leave\n"])
    let snapshot = try folder.read()
    #expect(snapshot.places == ["absences.csv:1:1 FMT003"])
    var roster = try snapshot.requireRoster()
    roster.absences = [Absence(unit: UnitReference(0), days: .daily, reason: .sick)]
    #expect(throws: SaveError.notRead(file: "absences.csv")) { try FolderWriter.save(roster, over: snapshot) }
    #expect(try folder.text("absences.csv") == "unit,reason\nu1,leave\n")
  }

  @Test("a file without a header, with a column twice or in UTF-16 is a finding")
  func headers() throws {
    let folder = try TemporaryRoster(["absences.csv": "", "requests.csv": "unit,days,wish,unit\n"])
    try folder.write("published.csv", [0xFF, 0xFE, 0x64, 0x00, 0x61, 0x00])
    try folder.write("incidents.csv", Array("at,place,na".utf8) + [0xE8] + Array("\n".utf8))
    let places = try folder.read().places
    #expect(
      places == [
        "absences.csv FMT003", "incidents.csv:1:12 FMT005", "published.csv FMT005", "requests.csv:1:16 FMT001",
      ])
  }

  @Test("a FIFO, a folder and a link to an endless device in place of a table are refused at once")
  func notFiles() throws {
    let folder = try TemporaryRoster(without: ["absences.csv", "requests.csv", "units.csv"])
    #expect(mkfifo(folder.path + "/absences.csv", 0o600) == 0)
    try FileManager.default.createDirectory(atPath: folder.path + "/requests.csv", withIntermediateDirectories: true)
    #expect(symlink("/dev/zero", folder.path + "/units.csv") == 0)
    let snapshot = try folder.read()
    #expect(
      snapshot.places.filter { $0.contains("FMT") } == [
        "absences.csv FMT009", "requests.csv FMT009", "units.csv FMT009",
      ])
    #expect(snapshot.findings.first?.message.contains("a FIFO") == true)
  }

  @Test("a link inside the folder is followed, one out of it is refused, one to nothing is a finding")
  func links() throws {
    let folder = try TemporaryRoster(without: ["districts.csv", "absences.csv", "requests.csv"])
    try folder.write("real.csv", "id,name\nnorth,North\n")
    let other = try TemporaryRoster()
    #expect(symlink("real.csv", folder.path + "/districts.csv") == 0)
    #expect(symlink(other.path + "/absences.csv", folder.path + "/absences.csv") == 0)
    #expect(symlink("nowhere.csv", folder.path + "/requests.csv") == 0)
    let snapshot = try folder.read()
    #expect(snapshot.places == ["absences.csv FMT009", "requests.csv FMT002"])
    var roster = try snapshot.requireRoster()
    roster.districts[0].name = "Northern"
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("real.csv") == "id,name\nnorth,Northern\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/districts.csv") == "real.csv")
  }

  @Test("a line of 50 MB is one finding, and the rows around it are read")
  func longLine() throws {
    let folder = try TemporaryRoster()
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000)
    try folder.write("districts.csv", Array("id,name\nnorth,North\nbig,".utf8) + long + Array("\nwest,West\n".utf8))
    let snapshot = try folder.read()
    #expect(snapshot.places == ["districts.csv:3:5 FMT009"])
    #expect(try snapshot.requireRoster().districts.map(\.id) == ["north", "west"])
    #expect(snapshot.badRows(of: .districts).count == long.count + 5)
  }

  @Test("a quote left open before many lines costs one row, in time that does not grow with the square")
  func openQuoteInLargeFile() throws {
    var table = "id,name\nx,\"open\n"
    for number in 0..<50_000 { table += "d\(number),\(number % 3 == 0 ? "\"\"" : "name")\n" }
    let snapshot = try TemporaryRoster(["districts.csv": table]).read()
    #expect(snapshot.findings.count == 1)
    #expect(try snapshot.requireRoster().districts.count == 50_000)
  }

  @Test("a row of more than 1 MiB in many fields is refused")
  func longRow() throws {
    let many = String(repeating: "\"a\",", count: 400_000)
    let snapshot = try TemporaryRoster(["districts.csv": "id,name\n\(many)\nnorth,North\n"]).read()
    #expect(snapshot.places == ["districts.csv:2:1 FMT009"])
    #expect(try snapshot.requireRoster().districts.count == 1)
  }

  @Test("a table of zeros is given up where they begin, at once, and is not written over", arguments: [0, 2])
  func zeros(rows: Int) throws {
    let folder = try TemporaryRoster()
    let table = "id,name\nnorth,North\nwest,З"
    try folder.write("districts.csv", rows == 0 ? "" : table)
    #expect(truncate(folder.path + "/districts.csv", 900 << 20) == 0)
    let before = ContinuousClock.now
    let snapshot = try folder.read()
    #expect(ContinuousClock.now - before < .seconds(2))
    #expect(
      snapshot.places.filter { $0.contains("FMT") } == [
        rows == 0 ? "districts.csv:1:1 FMT009" : "districts.csv:3:7 FMT009"
      ])
    let finding = try #require(snapshot.findings.first)
    #expect(finding.message.hasPrefix("districts.csv is no text but bytes of value 0 from here on"))
    #expect(finding.data == [Finding.Datum("expected", "a table as text")])
    var roster = try snapshot.requireRoster()
    roster.districts = [District(id: "new", name: "New")]
    #expect(throws: SaveError.notRead(file: "districts.csv")) { try FolderWriter.save(roster, over: snapshot) }
  }

  @Test("a few zeros in a row are a finding of that row, as other control characters are")
  func fewZeros() throws {
    let zeros = String(repeating: "\0", count: 1000)
    let snapshot = try TemporaryRoster(["districts.csv": "id,name\nnorth,No\(zeros)rth\n"]).read()
    #expect(snapshot.places == ["districts.csv:2:7 FMT008"])
    #expect(try snapshot.requireRoster().districts.count == 1)
  }

  @Test("a line longer than 64 MiB ends the reading of its table")
  func endlessLine() throws {
    let folder = try TemporaryRoster()
    try folder.write("requests.csv", Array("unit,days,wish\n".utf8) + [UInt8](repeating: 0x78, count: 66 << 20))
    let snapshot = try folder.read()
    #expect(snapshot.places == ["requests.csv:2:1 FMT009"])
    #expect(snapshot.findings.first?.message.contains("a line of more than 64 MiB") == true)
  }

  @Test("of many findings of a rule 10,000 are listed and the others counted; those of another rule are listed too")
  func manyFindings() throws {
    let bad = String(repeating: ",nameless\n", count: 12_345)
    let snapshot = try TemporaryRoster(["districts.csv": "id,name\n\(bad)west,W\u{7}\nnorth,North\n"]).read()
    #expect(snapshot.findings.count == 10_002)
    #expect(snapshot.findings.reduce(0) { $0 + $1.represented } == 12_346)
    let more = try #require(snapshot.findings.first { $0.location?.line == nil })
    #expect(more.rule.id == "FMT006" && more.message.hasPrefix("2345 more like this are not listed one by one"))
    #expect(snapshot.places.last == "districts.csv:12347:6 FMT008")
    #expect(try snapshot.requireRoster().districts.count == 2)
  }

  @Test("where more than 64 MiB of rows cannot be used the rest is not read, and the table is not written over")
  func givenUp() throws {
    let folder = try TemporaryRoster()
    let row = "2026-13-05,,,,,\(String(repeating: "x", count: 60_000))\n"
    let rows = [UInt8](String(repeating: row, count: (64 << 20) / row.utf8.count + 2).utf8)
    try folder.write("assignments.csv", Array("day,shift,beat,unit,status,note\n".utf8) + rows)
    let snapshot = try folder.read()
    let last = try #require(snapshot.findings.last { $0.rule.id == "FMT009" })
    #expect(last.message.hasPrefix("more than 64 MiB of rows cannot be used; those from here on are not read"))
    #expect(last.location?.line == (64 << 20) / row.utf8.count + 2)
    #expect(snapshot.badRows(of: .assignments).isEmpty)
    var roster = try snapshot.requireRoster()
    roster.assignments = [
      Assignment(
        day: roster.settings.firstDay, shift: ShiftReference(0), beat: BeatReference(0), unit: UnitReference(0))
    ]
    #expect(throws: SaveError.notRead(file: "assignments.csv")) { try FolderWriter.save(roster, over: snapshot) }
  }
}
