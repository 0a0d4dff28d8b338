import Foundation
import Testing

/// An answer that is lost says nothing about the act, which a script would do twice.
@Suite("Answers that cannot be written")
struct UnwrittenAnswerTests {
  /// Where an answer goes that cannot be written, as a shell says it.
  static let sinks = [">/dev/full", ">&-", "| true"]

  /// What a script ended with and printed, standard error included.
  private static func run(_ words: String, _ edit: EditFixture, _ sink: String) throws -> (status: Int32, said: String)
  {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    let patrol = Program.folder.appending(path: "patrol").path
    // Whoever reads the pipe is gone before the program answers.
    let command =
      sink.hasPrefix("|")
      ? "{ sleep 0.2; '\(patrol)' \(words); } 2>'\(edit.folder.path)said' \(sink); exit ${PIPESTATUS[0]}"
      : "exec '\(patrol)' \(words) 2>'\(edit.folder.path)said' \(sink)"
    process.arguments = ["-c", command]
    process.currentDirectoryURL = edit.folder.url
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: edit.folder.url.appending(path: "said"), encoding: .utf8)
    return (process.terminationStatus, said)
  }

  @Test(
    "of an act is exit code 6 with its number, and the act is recorded once", arguments: SystemRefusalTests.editing,
    sinks)
  func recorded(words: String, sink: String) throws {
    for format in sink == Self.sinks[0] ? ["text", "json"] : ["text"] {
      let edit = try SystemRefusalTests.fixture()
      let words = SystemRefusalTests.arguments(words, edit).joined(separator: " ")
      let (status, said) = try Self.run(words + " --format \(format)", edit, sink)
      #expect(status == 6, "\(status) \(said)")
      #expect(said.contains("recorded as entry 4; only the answer could not be written: "), "\(said)")
      #expect(!said.contains("run it again."), "\(said)")
      let log = try edit.run("log --limit 0").lines.filter { $0.first != " " }
      #expect(log.count == 4 && log.last?.hasPrefix("4  ") == true)
    }
  }

  @Test("of what wrote files is exit code 6 and says where they are", arguments: sinks)
  func written(sink: String) throws {
    let edit = try EditFixture()
    for (words, made) in [
      ("new fresh", "fresh"), ("new next --after roster", "next"),
      ("plan roster --iterations 200 --output planned", "planned"),
      ("export roster --table t.csv --format json", "t.csv"),
    ] {
      let (status, said) = try Self.run(words, edit, sink)
      #expect(status == 6 && said.contains("\(made) is written; only the answer could not be written: "), "\(said)")
      #expect(FileManager.default.fileExists(atPath: edit.folder.path + made))
    }
  }

  @Test("of a question is exit code 5, and it may be asked again", arguments: [">/dev/full", ">&-"])
  func asked(sink: String) throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    for words in [
      "validate roster", "gaps roster", "diff roster roster --format json", "rules", "explain COV001",
      "who roster --cell b1/2026-12-06/A", "plan roster --dry-run --iterations 200", "log roster --format json",
      "assign roster --unit u2 --beat b1 --day 2026-12-06 --shift A --dry-run", "edit roster --print", "--help",
    ] {
      let (status, said) = try Self.run(words, edit, sink)
      #expect(status == 5 && said.contains("run it again"), "\(words): \(status) \(said)")
    }
    #expect(try Self.run("export roster --table -", edit, sink).status == 5)
    #expect(try edit.contents() == before)
  }
}
