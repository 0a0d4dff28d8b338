import Foundation
import Testing

@Suite("patrol validate --report")
struct ReportFileTests {
  @Test("writes each format asked for, whole, beside the answer and whatever --max-findings says")
  func files() throws {
    let folder = try TemporaryFolder()
    _ = try SmallRoster().write(to: folder)
    let formats = ["text", "json", "sarif", "junit", "github", "csv"]
    let outcome = try Program.run(
      ["validate", "roster", "--max-findings", "0"] + formats.flatMap { ["--report", "\($0)=out.\($0)"] },
      in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    for format in formats {
      let written = try String(contentsOf: folder.url.appending(path: "out.\(format)"), encoding: .utf8)
      let answer = try Program.run(["validate", "roster", "--format", format], in: folder.url)
      #expect(written.contains("COV001"))
      #expect(written == answer.output + (format == "text" ? answer.errors : ""), "\(format)")
    }
  }

  @Test("a report may stand beside the tables of the roster, but never in place of one")
  func inTheRoster() throws {
    let folder = try TemporaryFolder()
    let roster = try SmallRoster().write(to: folder)
    #expect(try Program.run(["validate", roster, "--report", "sarif=\(roster)/patrol.sarif"]).status == 1)
    let before = try folder.contents(of: roster)
    for name in ["roster.toml", "waivers.csv", "units.csv"] {
      let outcome = try Program.run(["validate", roster, "--report", "csv=\(roster)/\(name)"])
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("Choose another name"))
    }
    #expect(try folder.contents(of: roster) == before)
  }

  @Test("a disk that is full leaves the old report as it was, and nothing beside it")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let roster = try SmallRoster().write(to: folder)
    let target = folder.url.appending(path: "out")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    try Data("old".utf8).write(to: target.appending(path: "report.json"))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let patrol = Program.folder.appending(path: "patrol").path
    // No file of this shell may grow beyond one block: writing fails there as on a full disk.
    process.arguments = [
      "-c",
      "ulimit -f 1; trap '' XFSZ; exec '\(patrol)' validate '\(roster)' --report json='\(target.path)/report.json'",
    ]
    process.standardOutput = FileHandle.nullDevice
    let errors = try TemporaryFile()
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 5)
    #expect(try folder.contents(of: target.path) == ["report.json": Data("old".utf8)])
  }

  @Test(
    "what is no report is exit code 3, and nothing is written",
    arguments: [
      ["sarif"], ["pdf=x"], ["json="], ["json=-"], ["json=a", "--report", "csv=a"], ["json=no/such/folder/x"],
      ["json=roster"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try SmallRoster().write(to: folder)
    let outcome = try Program.run(["validate", "roster", "--report"] + arguments, in: folder.url)
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(try folder.contents(of: folder.path).keys.allSatisfy { $0.hasPrefix("roster/") })
  }
}
