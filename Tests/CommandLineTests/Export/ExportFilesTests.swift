import Foundation
import Testing

@Suite("patrol export: calendars, report, workbook, description")
struct ExportFilesTests {
  private let folder: TemporaryFolder
  private let formats = [
    "--table", "table.csv", "--datapackage", "--calendar", "calendars", "--report", "report.html", "--xlsx",
    "book.xlsx",
  ]

  init() throws {
    folder = try TemporaryFolder()
    _ = try SmallRoster().write(to: folder)
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(["export", "roster"] + arguments, in: folder.url)
  }

  @Test("all of them at once, and a second run gives the same bytes")
  func sameBytes() throws {
    let outcome = try run(formats)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let first = try folder.contents(of: folder.path)
    #expect(
      first.keys.filter { !$0.hasPrefix("roster/") }.sorted() == [
        ".table.csv.patrol", "book.xlsx", "calendars/u1.ics", "calendars/u2.ics", "datapackage.json", "report.html",
        "table.csv",
      ])
    #expect(try run(formats).errors.contains("0 calendars written, 2 unchanged, 0 removed"))
    #expect(try folder.contents(of: folder.path) == first)
    #expect(first["book.xlsx"]?.starts(with: Array("PK".utf8)) == true)
    #expect(try JSONSerialization.jsonObject(with: first["datapackage.json"] ?? Data()) is [String: Any])
  }

  @Test("hostile text reaches none of them as it stands")
  func hostile() throws {
    let hostile = try TemporaryFolder()
    _ = try SmallRoster().replacing("Сокол", by: "\u{1B}]0;x\u{7}<script>", in: "units.csv").write(to: hostile)
    let outcome = try Program.run(["export", "roster"] + formats, in: hostile.url)
    #expect(outcome.status == 2)
    let files = try hostile.contents(of: hostile.path).filter { !$0.key.hasPrefix("roster/") && $0.key != "book.xlsx" }
    #expect(files.count == 6)
    for (name, bytes) in files { #expect(!bytes.contains(0x1B), "\(name)") }
  }

  @Test("a description that no export wrote is not replaced, nor the table beside it written")
  func foreignDescription() throws {
    try Data("{}".utf8).write(to: folder.url.appending(path: "datapackage.json"))
    let outcome = try run(["--table", "table.csv", "--datapackage"])
    #expect(outcome.status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "table.csv").path))
    #expect(try run(["--table", "table.csv", "--datapackage", "--force"]).status == 0)
  }

  @Test(
    "a full disk and a place inside the roster are said, and leave nothing",
    arguments: [
      (["--report", "/dev/full"], 5), (["--xlsx", "/dev/full"], 5), (["--report", "roster/r.html"], 3),
    ] as [([String], Int32)])
  func refused(arguments: [String], status: Int32) throws {
    let before = try folder.contents(of: folder.path)
    #expect(try run(arguments).status == status)
    #expect(try folder.contents(of: folder.path) == before)
  }

  @Test("what cannot go together is wrong usage")
  func usage() throws {
    #expect(try run(["--datapackage", "--table", "-"]).status == 3)
    #expect(try run(["--table", "-", "--report", "-"]).status == 3)
    #expect(try run(["--calendar", "c", "--day", "2030-01-01"]).status == 3)
  }

  @Test("a disk that is full after 4 KiB leaves no half file, and what was there as it was", arguments: [false, true])
  func fullDisk(isRepeated: Bool) throws {
    let path = try folder.copy("one-department")
    if isRepeated {
      #expect(try Program.run(["export", path, "--sheets", "s"] + formats, in: folder.url).status == 0)
      let units = URL(filePath: path).appending(path: "units.csv")
      let text = try String(contentsOf: units, encoding: .utf8)
      try Data(text.replacingOccurrences(of: "Lochin", with: "Burgut").utf8).write(to: units)
    }
    let before = try folder.contents(of: folder.path)
    for option in ["--sheets s", "--table table.csv", "--report report.html", "--xlsx book.xlsx"] {
      #expect(try statusOnSmallDisk("export '\(path)' \(option)") == 5, "\(option)")
      #expect(try folder.contents(of: folder.path) == before, "\(option)")
    }
  }

  @Test(
    "a disk that is full among the calendars leaves those that were there, and none half", arguments: [false, true])
  func fullDiskOfCalendars(isRepeated: Bool) throws {
    let path = try folder.copy("one-department")
    if isRepeated {
      #expect(try Program.run(["export", path, "--calendar", "c", "--to", "2026-12-07"], in: folder.url).status == 0)
    }
    let before = try folder.contents(of: folder.path)
    #expect(try statusOnSmallDisk("export '\(path)' --calendar c", blocks: 1) == 5)
    #expect(try folder.contents(of: folder.path) == before)
  }

  @Test(
    "a place that there cannot be is said with what could not be written, and is wrong usage",
    arguments: [
      ("--calendar", "/proc/calendars"), ("--report", "/proc/report.html"), ("--xlsx", "/proc/book.xlsx"),
      ("--table", "/proc/table.csv"), ("--sheets", "/proc/sheets"),
    ])
  func readOnly(option: String, place: String) throws {
    let outcome = try run([option, place])
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("/proc"), "\(outcome.errors)")
  }

  /// The exit code of a run that can write no file of more than so many blocks of 512 bytes.
  private func statusOnSmallDisk(_ arguments: String, blocks: Int = 8) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let patrol = Program.folder.appending(path: "patrol").path
    process.arguments = ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec '\(patrol)' \(arguments)"]
    process.currentDirectoryURL = folder.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }
}
