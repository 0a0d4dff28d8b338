import Foundation
import Testing

@testable import patrol

/// The exit codes are a contract with scripts, and told in five places.
@Suite("The exit codes")
struct ExitCodeTests {
  @Test("are those of the contract", arguments: zip([0, 1, 2, 3, 4, 5, 6, 130] as [Int32], patrol.ExitStatus.allCases))
  func codes(code: Int32, status: patrol.ExitStatus) {
    #expect(status.rawValue == code)
    #expect(patrol.ExitStatus.allCases.count == 8)
  }

  @Test("are all told by --help, README.md and docs/SCRIPTING.md", arguments: patrol.ExitStatus.allCases)
  func told(status: patrol.ExitStatus) throws {
    let project = TemporaryFolder.samples.deletingLastPathComponent()
    let scripting = try String(contentsOf: project.appending(path: "docs/SCRIPTING.md"), encoding: .utf8)
    #expect(scripting.contains("\n| \(status.rawValue) | "))
    for text in [
      Patrol.configuration.discussion, try String(contentsOf: project.appending(path: "README.md"), encoding: .utf8),
    ] {
      let words = text.split(separator: "\n").joined(separator: " ")
      let codes = try #require(words.components(separatedBy: "xit codes").last?.prefix(420))
      #expect(codes.contains(" \(status.rawValue) "), "\(codes)")
    }
  }
}
