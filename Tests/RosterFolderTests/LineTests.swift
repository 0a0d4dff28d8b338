import RosterFolder
import RosterModel
import Testing

@Suite("Lines of rows")
struct LineTests {
  @Test("every row knows the line it was read from, wherever sorting has put it")
  func lines() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,name\nwest,West\nnorth,North\n"])
    let roster = try folder.read().requireRoster()
    #expect(roster.districts.map(\.id) == ["north", "west"])
    #expect(roster.districts.map(\.line) == [3, 2])
    for lines in [roster.departments.map(\.line), roster.beats.map(\.line), roster.units.map(\.line)] {
      #expect(lines.sorted() == (0..<lines.count).map { Int32($0 + 2) })
    }
  }

  @Test("other line numbers alone are no change to be saved")
  func noChange() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,name\nwest,West\nnorth,North\n"])
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    for index in roster.districts.indices { roster.districts[index].line = 0 }
    for index in roster.units.indices { roster.units[index].line += 7 }
    for index in roster.assignments.indices { roster.assignments[index].line = 0 }
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("districts.csv") == "id,name\nwest,West\nnorth,North\n")
  }

  @Test("reading shows each file's name and bytes, settings first, absent tables not at all")
  func inspected() throws {
    let folder = try TemporaryRoster()
    var seen: [(file: String, bytes: [UInt8])] = []
    _ = try FolderReader.read(at: folder.path) { seen.append(($0, $1)) }
    #expect(seen.first?.file == "roster.toml")
    #expect(seen.dropFirst().map(\.file) == RosterTable.allCases.map(\.file).filter { SampleFiles.all[$0] != nil })
    for file in seen { #expect(try folder.text(file.file) == String(decoding: file.bytes, as: UTF8.self)) }
  }
}
