import Foundation
import Testing

@Suite("The page of the desk's keys")
struct KeysPageTests {
  @Test("docs/KEYS.md is what `patrol keys` writes")
  func upToDate() throws {
    let page = TemporaryFolder.samples.deletingLastPathComponent().appending(path: "docs/KEYS.md")
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(try Program.run(["keys"]).output == written, "run `patrol keys > docs/KEYS.md`")
  }
}
