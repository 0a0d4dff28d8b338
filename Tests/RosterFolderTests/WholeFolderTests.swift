import Foundation
import RosterFolder
import RosterModel
import Testing

@Suite("Writing whole folders")
struct WholeFolderTests {
  private let home = try? TemporaryRoster()

  @Test("a new folder holds what was given, and only tables with rows")
  func create() throws {
    let folder = try #require(home)
    var roster = try folder.read().requireRoster()
    roster.absences = []
    try FolderWriter.create(roster, settings: SampleFiles.settings, at: folder.path + "/new/")
    let made = try FolderReader.read(at: folder.path + "/new")
    #expect(made.isComplete)
    #expect(try made.requireRoster() == roster)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new/absences.csv"))
    #expect(throws: SaveError.self) {
      try FolderWriter.create(roster, settings: SampleFiles.settings, at: folder.path + "/new")
    }
  }

  @Test("a copy has the changed table and the others byte for byte, and replaces a roster but nothing else of it")
  func replace() throws {
    let source = try TemporaryRoster(["districts.csv": "name;id\r\nNorth;north\r\n", "notes.txt": "mine"])
    let snapshot = try source.read()
    var roster = try snapshot.requireRoster()
    roster.assignments.removeAll()
    let target = source.path + "/planned"
    for _ in 0..<2 {
      try FolderWriter.replaceFolder(at: target, with: roster, from: snapshot)
      #expect(try source.bytes("planned/districts.csv") == source.bytes("districts.csv"))
      #expect(try source.text("planned/roster.toml") == SampleFiles.settings)
      #expect(try source.text("planned/assignments.csv") == "day,shift,beat,unit,status,note\n")
      #expect(try source.text("assignments.csv") == SampleFiles.all["assignments.csv"])
      #expect(!FileManager.default.fileExists(atPath: target + "/notes.txt"))
      #expect(!FileManager.default.fileExists(atPath: source.path + "/.planned.patrol-new"))
    }
    try source.write("planned/readme.md", "keep me")
    try FileManager.default.createDirectory(atPath: target + "/.patrol", withIntermediateDirectories: true)
    try source.write("planned/.patrol/journal", "edits")
    try FolderWriter.replaceFolder(at: target, with: try snapshot.requireRoster(), from: snapshot)
    #expect(try source.text("planned/assignments.csv") == SampleFiles.all["assignments.csv"])
    #expect(try source.text("planned/readme.md") == "keep me")
    #expect(try source.text("planned/.patrol/journal") == "edits")
    #expect(!FileManager.default.fileExists(atPath: source.path + "/.planned.patrol-new"))
  }

  @Test("a folder of other things, and a file, are not replaced")
  func refused() throws {
    let source = try TemporaryRoster()
    let snapshot = try source.read()
    let roster = try snapshot.requireRoster()
    let other = source.path + "/other"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try source.write("other/thesis.tex", "")
    let real = snapshot.path + "/other"
    #expect(throws: SaveError.notEmpty(path: real, found: ["thesis.tex"])) {
      try FolderWriter.replaceFolder(at: other, with: roster, from: snapshot)
    }
    #expect(throws: SaveError.self) {
      try FolderWriter.replaceFolder(at: other + "/thesis.tex", with: roster, from: snapshot)
    }
    #expect(throws: SaveError.self) {
      try FolderWriter.replaceFolder(at: source.path + "/no/where", with: roster, from: snapshot)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["thesis.tex"])
  }

  @Test("what a crash left beside the folder is cleared, files of others in it moved over")
  func leftover() throws {
    let source = try TemporaryRoster()
    let snapshot = try source.read()
    let roster = try snapshot.requireRoster()
    try FolderWriter.replaceFolder(at: source.path + "/out", with: roster, from: snapshot)
    try FileManager.default.createDirectory(
      atPath: source.path + "/.out.patrol-new", withIntermediateDirectories: true)
    try source.write(".out.patrol-new/units.csv", "id,ca")
    try source.write(".out.patrol-new/mine.txt", "mine")
    try FolderWriter.replaceFolder(at: source.path + "/out", with: roster, from: snapshot)
    #expect(try source.text("out/mine.txt") == "mine")
    #expect(!FileManager.default.fileExists(atPath: source.path + "/.out.patrol-new"))
  }

  @Test("a copy onto the folder itself saves what changed")
  func ontoItself() throws {
    let source = try TemporaryRoster(["notes.txt": "mine"])
    let snapshot = try source.read()
    var roster = try snapshot.requireRoster()
    roster.absences.removeAll()
    try FolderWriter.replaceFolder(at: source.path + "/.", with: roster, from: snapshot)
    #expect(try source.text("absences.csv") == "unit,days,shift,reason\n")
    #expect(try source.text("notes.txt") == "mine")
  }
}
