import Foundation
import Testing

@Suite("patrol itself")
struct ProgramTests {
  @Test("--help names every verb and is an answer, not a complaint")
  func help() throws {
    let outcome = try Program.run(["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for verb in [
      "new", "edit", "validate", "gaps", "plan", "export", "import", "diff", "assign", "unassign", "lock", "unlock",
      "absent", "publish", "rules", "explain",
    ] {
      #expect(outcome.output.contains("\n  \(verb) "))
      #expect(try Program.run([verb, "--help"]).status == 0)
    }
  }

  @Test("--version is one line")
  func version() throws {
    let outcome = try Program.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
  }

  @Test("a verb that there is not is exit code 3", arguments: ["paint", "--paint", "Plan"])
  func unknown(verb: String) throws {
    let outcome = try Program.run([verb])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test("an answer that cannot be written is no success", arguments: ["rules", "validate", "gaps", "export", "edit"])
  func fullDisk(verb: String) throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let process = Process()
    process.executableURL = Program.folder.appending(path: "patrol")
    let more = ["rules": [], "export": [path, "--table", "-"], "edit": [path, "--print"]][verb] ?? [path]
    process.arguments = [verb] + more
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    let errors = try TemporaryFile()
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 5)
    #expect(try errors.text().contains("No space left on device"))
    if verb != "export" { #expect(try errors.text().contains("run it again")) }
  }

  @Test("a reader that has enough ends the program without a word")
  func closedPipe() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let patrol = Program.folder.appending(path: "patrol").path
    process.arguments = [
      "-c", "{ '\(patrol)' validate '\(TemporaryFolder.samples.path)/yunusobod' 2>&3; } 3>&2 | head -n 1",
    ]
    let output = try TemporaryFile()
    let errors = try TemporaryFile()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    #expect(try output.text().split(separator: "\n").count == 1)
    #expect(try !errors.text().contains("could not be written"))
    #expect(try !errors.text().contains("rash"))
  }
}
