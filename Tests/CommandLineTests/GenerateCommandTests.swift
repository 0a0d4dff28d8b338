import Foundation
import Testing

@Suite("patrol-bench generate, as typed")
struct GenerateCommandTests {
  @Test("replaces a roster with the same bytes, keeps what else is in its folder, and refuses other folders")
  func replaces() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "generate", "--districts", "1", "--departments", "1", "--days", "7", "--output", "city", "--plant", "full",
    ]
    let first = try Program.run(arguments, executable: "patrol-bench", in: folder.url)
    #expect(first.status == 0, "\(first.errors)")
    try Data("mine".utf8).write(to: folder.url.appending(path: "city/README.md"))
    let before = try folder.contents(of: folder.path)
    #expect(try Program.run(arguments, executable: "patrol-bench", in: folder.url).status == 0)
    #expect(try folder.contents(of: folder.path) == before)

    try FileManager.default.removeItem(at: folder.url.appending(path: "city/roster.toml"))
    let other = try folder.contents(of: folder.path)
    #expect(try Program.run(arguments, executable: "patrol-bench", in: folder.url).status != 0)
    #expect(try folder.contents(of: folder.path) == other)
  }
}
