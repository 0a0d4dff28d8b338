import Foundation
import Testing

@Suite("What is no roster at all")
struct BadFolderTests {
  @Test(
    "a folder of other things, an empty one, a file and nothing: exit code 2 and the reason", arguments: Verb.allCases)
  func noRoster(verb: Verb) throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    for name in ["empty", "other"] {
      try manager.createDirectory(at: folder.url.appending(path: name), withIntermediateDirectories: false)
    }
    try Data("mine".utf8).write(to: folder.url.appending(path: "other/thesis.txt"))
    for (name, reason) in [
      ("empty", "it holds nothing"), ("other", "thesis.txt"), ("other/thesis.txt", "is not a folder"),
      ("nowhere", "there is no folder"), ("line\nbreak\u{1B}[2J", "there is no folder"),
      ("/dev/zero", "is not a folder"),
    ] {
      let path = name.hasPrefix("/") ? name : folder.path + "/" + name
      let outcome = try Program.run(verb.arguments(path))
      #expect(outcome.status == 2, "\(name): \(outcome.errors)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(reason), "\(name): \(outcome.errors)")
      #expect(!outcome.errors.contains("\u{1B}"))
    }
    #expect(try folder.contents(of: folder.path).keys.sorted() == ["other/thesis.txt"])
  }
}
