import Files
import Foundation
import RosterModel
import Sheets
import Testing

@testable import patrol

@Suite("A folder of sheets")
struct SheetFolderTests {
  private let day = Day(number: 20_792)
  private let everything = SheetRange(.all, in: ExportFixture.roster)

  private func record(_ text: String) -> WrittenRecord { WrittenRecord(hash: SheetHash(of: Array(text.utf8))) }

  private func key(_ place: String, _ shift: String = "A") -> SheetKey {
    SheetKey(place: place, day: day, shift: shift)
  }

  @discardableResult
  private func export(
    _ sheets: [String: String], to path: String, range: SheetRange? = nil, force: Bool = false
  ) throws -> SheetFolder.Report {
    try SheetFolder(path: path).replaceSheets(in: range ?? everything, overwritesEdited: force) { export in
      for (place, text) in sheets.sorted(by: { $0.key < $1.key }) {
        try export.stage(key(place), Array(text.utf8), record(text))
      }
    }
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test("a missing folder is made, with those it is in, and holds the sheets and what to know them by")
  func made() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.url.appending(path: "out/sheets").path + "/"
    #expect(try export(["y1": "one", "y2": "two"], to: path) == .init(written: 2))
    #expect(try names(path) == [".patrol-sheets", "y1_2026-12-05_A.csv", "y2_2026-12-05_A.csv"])
    #expect(try String(contentsOfFile: path + "y2_2026-12-05_A.csv", encoding: .utf8) == "two")
  }

  @Test("a second export of the same roster changes nothing")
  func twice() throws {
    let temporary = try TemporaryFolder()
    try export(["y1": "one"], to: temporary.path)
    let before = try temporary.contents(of: temporary.path)
    #expect(try export(["y1": "one"], to: temporary.path) == .init(unchanged: 1))
    #expect(try temporary.contents(of: temporary.path) == before)
  }

  @Test("sheets that no longer hold are removed; those out of range and files of others stay")
  func stale() throws {
    let temporary = try TemporaryFolder()
    try export(["y1": "one", "closed": "old"], to: temporary.path)
    try Data("mine".utf8).write(to: temporary.url.appending(path: "notes.csv"))
    let onlyFirst = SheetRange(try SheetSelection(in: ExportFixture.roster, department: "y1"), in: ExportFixture.roster)
    #expect(try export(["y1": "one"], to: temporary.path, range: onlyFirst).removed == 0)
    #expect(try names(temporary.path).contains("closed_2026-12-05_A.csv"))
    #expect(try export(["y1": "two"], to: temporary.path) == .init(written: 1, removed: 1))
    #expect(try names(temporary.path) == [".patrol-sheets", "notes.csv", "y1_2026-12-05_A.csv"])
  }

  @Test("a sheet that someone has edited is neither replaced nor removed, and nothing else is written, unless forced")
  func edited() throws {
    let temporary = try TemporaryFolder()
    try export(["y1": "one", "y2": "two", "y3": "three"], to: temporary.path)
    for name in ["y1", "y3"] {
      try Data("by hand".utf8).write(to: temporary.url.appending(path: "\(name)_2026-12-05_A.csv"))
    }
    let before = try temporary.contents(of: temporary.path)
    let files = ["y1_2026-12-05_A.csv", "y3_2026-12-05_A.csv"]
    #expect(throws: SheetFolderError.edited(folder: temporary.path.trimmingSuffix("/"), files: files)) {
      try export(["y1": "1", "y2": "2"], to: temporary.path)
    }
    #expect(try temporary.contents(of: temporary.path) == before)
    #expect(try export(["y1": "1", "y2": "2"], to: temporary.path, force: true) == .init(written: 2, removed: 1))
    #expect(try names(temporary.path) == [".patrol-sheets", "y1_2026-12-05_A.csv", "y2_2026-12-05_A.csv"])
  }

  @Test("a file of the same name that was never exported is not replaced")
  func foreign() throws {
    let temporary = try TemporaryFolder()
    try Data("mine".utf8).write(to: temporary.url.appending(path: "y1_2026-12-05_A.csv"))
    #expect(throws: SheetFolderError.self) { try export(["y1": "one"], to: temporary.path) }
    #expect(try names(temporary.path) == ["y1_2026-12-05_A.csv"])
  }

  @Test("a link in place of a sheet is not written through, even when forced")
  func linkedSheet() throws {
    let temporary = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    let victim = elsewhere.url.appending(path: "victim")
    try Data("precious".utf8).write(to: victim)
    let sheet = temporary.url.appending(path: "y1_2026-12-05_A.csv")
    try FileManager.default.createSymbolicLink(at: sheet, withDestinationURL: victim)
    #expect(throws: SheetFolderError.self) { try export(["y1": "one"], to: temporary.path) }
    try export(["y1": "one"], to: temporary.path, force: true)
    #expect(try String(contentsOf: victim, encoding: .utf8) == "precious")
    #expect(try String(contentsOf: sheet, encoding: .utf8) == "one")
  }

  @Test("a file, a link or a roster in place of the folder is refused and stays as it was")
  func refused() throws {
    let temporary = try TemporaryFolder()
    let file = temporary.url.appending(path: "file").path
    try Data("x".utf8).write(to: URL(filePath: file))
    #expect(throws: SheetFolderError.isFile(path: file)) { try export(["y1": "one"], to: file) }
    let target = temporary.url.appending(path: "target")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    let link = temporary.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    #expect(throws: SheetFolderError.isLink(path: link.path)) { try export(["y1": "one"], to: link.path + "/") }
    #expect(try names(target.path).isEmpty)
    try Data().write(to: target.appending(path: "roster.toml"))
    #expect(throws: SheetFolderError.isRoster(path: target.path)) { try export(["y1": "one"], to: target.path) }
    #expect(try names(target.path) == ["roster.toml"])
  }

  @Test("a place that cannot be written says so", arguments: ["/proc/1", "/proc/patrol-sheets", "/dev/null/sheets"])
  func unwritable(path: String) {
    #expect(throws: FileFailure.self) { try export(["y1": "one"], to: path) }
  }

  @Test("an export that fails in the middle leaves the folder as it was, and no folder that was not there")
  func failing() throws {
    struct DiskFull: Error {}
    let temporary = try TemporaryFolder()
    let path = temporary.url.appending(path: "sheets").path
    func fail() throws {
      _ = try SheetFolder(path: path).replaceSheets(in: everything) { export in
        try export.stage(key("y1"), Array("half".utf8), record("half"))
        throw DiskFull()
      }
    }
    #expect(throws: DiskFull.self) { try fail() }
    #expect(!FileManager.default.fileExists(atPath: path))
    try export(["y1": "one"], to: path)
    let before = try temporary.contents(of: path)
    #expect(throws: DiskFull.self) { try fail() }
    #expect(try temporary.contents(of: path) == before)
  }

  @Test("an export that was killed while it moved its sheets can be run again")
  func killed() throws {
    let temporary = try TemporaryFolder()
    try export(["y1": "one", "y2": "two"], to: temporary.path)
    // As a kill between two renames leaves it: both hashes known, one sheet new, the other still on the stage.
    let manifestFile = temporary.url.appending(path: ".patrol-sheets")
    var manifest = SheetManifest(text: Array(try Data(contentsOf: manifestFile)))
    for (place, text) in [("y1", "1"), ("y2", "2")] { manifest.add(key(place), record(text)) }
    try Data(manifest.text).write(to: manifestFile)
    try Data("1".utf8).write(to: temporary.url.appending(path: "y1_2026-12-05_A.csv"))
    let stage = temporary.url.appending(path: ".patrol-sheets-new")
    try FileManager.default.createDirectory(at: stage, withIntermediateDirectories: false)
    try Data("2".utf8).write(to: stage.appending(path: "y2_2026-12-05_A.csv"))
    #expect(try export(["y1": "i", "y2": "ii"], to: temporary.path) == .init(written: 2))
    #expect(try names(temporary.path) == [".patrol-sheets", "y1_2026-12-05_A.csv", "y2_2026-12-05_A.csv"])
  }

  @Test("two exports into one folder do not mix: the second is told to wait")
  func busy() throws {
    let temporary = try TemporaryFolder()
    _ = try SheetFolder(path: temporary.path).replaceSheets(in: everything) { outer in
      #expect(throws: SheetFolderError.busy(path: temporary.path.trimmingSuffix("/"))) {
        try export(["y2": "two"], to: temporary.path)
      }
      try outer.stage(key("y1"), Array("one".utf8), record("one"))
    }
    #expect(try names(temporary.path) == [".patrol-sheets", "y1_2026-12-05_A.csv"])
  }

  @Test("ids that look like dates and make one file name twice are refused by that name")
  func sameName() throws {
    let temporary = try TemporaryFolder()
    #expect(throws: SheetFolderError.sameName(file: "a_2026-12-05_2026-12-05_X.csv")) {
      try SheetFolder(path: temporary.path).replaceSheets(in: everything) { export in
        try export.stage(SheetKey(place: "a", day: day, shift: "2026-12-05_X"), [], record(""))
        try export.stage(SheetKey(place: "a_2026-12-05", day: day, shift: "X"), [], record(""))
      }
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
