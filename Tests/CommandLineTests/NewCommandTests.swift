import Foundation
import Testing

@Suite("patrol new, as typed")
struct NewCommandTests {
  @Test("makes a roster that is read whole, whose only errors are its gaps, and that planning fills")
  func whole() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.run(["new", "fresh", "--days", "7", "--title", "A \"new\" \\ one"], in: folder.url).status == 0)
    let empty = try Program.run(["validate", "fresh", "--ignore", "COV001"], in: folder.url)
    #expect(empty.status == 0)
    let plan = try Program.run(["plan", "fresh", "--iterations", "4000", "--threads", "1"], in: folder.url)
    #expect(plan.status == 0)
    #expect(plan.output.contains("gaps       0 units below minimum"))
    #expect(try Program.run(["validate", "fresh"], in: folder.url).status == 0)
  }

  @Test("refuses a folder that holds anything, a roster too, and leaves it as it was")
  func refuses() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let before = try folder.contents(of: path)
    let outcome = try Program.run(["new", path])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("Name another folder"))
    #expect(try folder.contents(of: path) == before)
  }

  @Test(
    "refuses what cannot be",
    arguments: [
      ["--days", "0"], ["--days", "1000000000000000000"], ["--first-day", "2026-02-30"], ["--time-zone", "X"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", folder.path + "/fresh"] + arguments).status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/fresh"))
  }
}
