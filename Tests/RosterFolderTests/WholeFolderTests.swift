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
    try FolderWriter.create(roster, settings: SampleFiles.settings, at: folder.around + "/new/")
    let made = try FolderReader.read(at: folder.around + "/new")
    #expect(made.isComplete)
    #expect(try made.requireRoster() == roster)
    #expect(!FileManager.default.fileExists(atPath: folder.around + "/new/absences.csv"))
    #expect(throws: SaveError.self) {
      try FolderWriter.create(roster, settings: SampleFiles.settings, at: folder.around + "/new")
    }
  }

  @Test("a copy has the changed table and the others byte for byte, and replaces a roster but nothing else of it")
  func replace() throws {
    let source = try TemporaryRoster(["districts.csv": "name;id\r\nNorth;north\r\n", "notes.txt": "mine"])
    let snapshot = try source.read()
    var roster = try snapshot.requireRoster()
    roster.assignments.removeAll()
    let target = source.around + "/planned"
    for _ in 0..<2 {
      try FolderWriter.replaceFolder(at: target, with: roster, from: snapshot)
      #expect(try source.bytes("../planned/districts.csv") == source.bytes("districts.csv"))
      #expect(try source.text("../planned/roster.toml") == SampleFiles.settings)
      #expect(try source.text("../planned/assignments.csv") == "day,shift,beat,unit,status,note\n")
      #expect(try source.text("assignments.csv") == SampleFiles.all["assignments.csv"])
      #expect(!FileManager.default.fileExists(atPath: target + "/notes.txt"))
      #expect(!FileManager.default.fileExists(atPath: source.around + "/.planned.patrol-new"))
    }
    try source.write("../planned/readme.md", "keep me")
    try FileManager.default.createDirectory(atPath: target + "/.patrol", withIntermediateDirectories: true)
    try source.write("../planned/.patrol/journal", "edits")
    try FolderWriter.replaceFolder(at: target, with: try snapshot.requireRoster(), from: snapshot)
    #expect(try source.text("../planned/assignments.csv") == SampleFiles.all["assignments.csv"])
    #expect(try source.text("../planned/readme.md") == "keep me")
    #expect(try source.text("../planned/.patrol/journal") == "edits")
    #expect(!FileManager.default.fileExists(atPath: source.around + "/.planned.patrol-new"))
  }

  @Test("a folder of other things, and a file, are not replaced")
  func refused() throws {
    let source = try TemporaryRoster()
    let snapshot = try source.read()
    let roster = try snapshot.requireRoster()
    let other = source.around + "/other"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try source.write("../other/thesis.tex", "")
    let real = snapshot.path.replacing(/roster$/, with: "other")
    #expect(throws: SaveError.notEmpty(path: real, found: ["thesis.tex"])) {
      try FolderWriter.replaceFolder(at: other, with: roster, from: snapshot)
    }
    #expect(throws: SaveError.self) {
      try FolderWriter.replaceFolder(at: other + "/thesis.tex", with: roster, from: snapshot)
    }
    #expect(throws: SaveError.self) {
      try FolderWriter.replaceFolder(at: source.around + "/no/where", with: roster, from: snapshot)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["thesis.tex"])
  }

  @Test("what a crash left beside the folder is cleared, files of others in it moved over")
  func leftover() throws {
    let source = try TemporaryRoster()
    let snapshot = try source.read()
    let roster = try snapshot.requireRoster()
    try FolderWriter.replaceFolder(at: source.around + "/out", with: roster, from: snapshot)
    try FileManager.default.createDirectory(
      atPath: source.around + "/.out.patrol-new", withIntermediateDirectories: true)
    try source.write("../.out.patrol-new/units.csv", "id,ca")
    try source.write("../.out.patrol-new/mine.txt", "mine")
    try FolderWriter.replaceFolder(at: source.around + "/out", with: roster, from: snapshot)
    #expect(try source.text("../out/mine.txt") == "mine")
    #expect(!FileManager.default.fileExists(atPath: source.around + "/.out.patrol-new"))
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

  @Test("a roster inside a roster is refused, at any depth", arguments: ["/sub", "/a/b/c", "/.patrol/x"])
  func nested(place: String) throws {
    let source = try TemporaryRoster()
    let snapshot = try source.read()
    let roster = try snapshot.requireRoster()
    let path = source.path + place
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    let before = try FileManager.default.subpathsOfDirectory(atPath: source.around)
    let refusal = SaveError.insideRoster(path: path, roster: snapshot.path)
    #expect(throws: refusal) { try FolderWriter.replaceFolder(at: path, with: roster, from: snapshot) }
    #expect(throws: refusal) {
      try FolderWriter.create(roster, settings: snapshot.settings, from: snapshot, at: path)
    }
    #expect(throws: refusal) { try FolderWriter.create(roster, settings: SampleFiles.settings, at: path) }
    #expect(throws: refusal) { try FolderWriter.create(files: [], at: path) }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: source.around) == before)
  }

  @Test("tables that a roster gets new have the rights of its folder, those that it had keep theirs")
  func rights() throws {
    let source = try TemporaryRoster()
    let snapshot = try source.read()
    let roster = try snapshot.requireRoster()
    let target = source.around + "/planned"
    try FolderWriter.replaceFolder(at: target, with: roster, from: snapshot)
    #expect(chmod(target, 0o750) == 0 && chmod(target + "/units.csv", 0o604) == 0)
    #expect(unlink(target + "/absences.csv") == 0)
    try FolderWriter.replaceFolder(at: target, with: roster, from: snapshot)
    func mode(_ name: String) -> mode_t {
      var status = stat()
      return stat(target + name, &status) == 0 ? status.st_mode & 0o7777 : 0
    }
    #expect(mode("") == 0o750)
    #expect(mode("/units.csv") == 0o604)
    #expect(mode("/absences.csv") == 0o640)
  }
}
