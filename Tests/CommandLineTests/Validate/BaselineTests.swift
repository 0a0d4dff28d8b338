import Foundation
import Testing

@Suite("patrol validate --baseline")
struct BaselineTests {
  @Test("findings of the baseline are counted and not held against the roster, new ones are")
  func accepts() throws {
    let folder = try TemporaryFolder()
    let old = try SmallRoster().write(to: folder)
    let baseline = folder.path + "/baseline.json"
    #expect(try Program.run(["validate", old, "--write-baseline", baseline]).status == 1)
    let same = try Program.run(["validate", old, "--baseline", baseline])
    #expect(same.status == 0)
    #expect(same.output.isEmpty)
    #expect(same.errors.contains("0 errors, 0 warnings, 0 infos; 1 in the baseline; "))
    // The same gap on another line, and a second one.
    let changed = try SmallRoster()
      .replacing("b1,,,daily,,,,1,,", by: "b1,,,2026-12-05,,,,1,,\nb1,,,2026-12-06,,,,1,,", in: "demand.csv")
      .replacing("2026-12-05,A,b1,u1,,\n", by: "", in: "assignments.csv").write(to: folder, as: "changed")
    let outcome = try Program.run(["validate", changed, "--baseline", baseline])
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains("2026-12-05 A: 0 of 1 unit"))
  }

  @Test("is the same bytes for the same findings, and holds no line number")
  func stable() throws {
    let folder = try TemporaryFolder()
    let roster = try SmallRoster().write(to: folder)
    let texts = try (0..<2).map { number in
      _ = try Program.run(["validate", roster, "--write-baseline", folder.path + "/\(number)"])
      return try String(contentsOf: folder.url.appending(path: "\(number)"), encoding: .utf8)
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("\"subject\" : \"square:b1/2026-12-06/A//\""))
    #expect(!texts[0].contains("line"))
  }

  @Test("accepts as many findings of one fingerprint as it holds, and nothing that could not be read")
  func counts() throws {
    let folder = try TemporaryFolder()
    let bad = SmallRoster.clean.appending("what\n", to: "assignments.csv")
    let roster = try bad.write(to: folder)
    let baseline = folder.path + "/baseline.json"
    #expect(try Program.run(["validate", roster, "--write-baseline", baseline]).status == 2)
    let outcome = try Program.run(["validate", roster, "--baseline", baseline])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("FMT001"))
  }

  @Test("written from a run with a baseline it holds the old findings too")
  func renewed() throws {
    let folder = try TemporaryFolder()
    let roster = try SmallRoster().write(to: folder)
    let (first, second) = (folder.path + "/first", folder.path + "/second")
    _ = try Program.run(["validate", roster, "--write-baseline", first])
    #expect(try Program.run(["validate", roster, "--baseline", first, "--write-baseline", second]).status == 0)
    #expect(try Data(contentsOf: URL(filePath: first)) == Data(contentsOf: URL(filePath: second)))
  }

  @Test(
    "a file that is no baseline is exit code 3",
    arguments: ["", "[]", "{\"findings\": []}", "{\"format_version\": \"2.0\", \"findings\": []}"])
  func wrong(text: String) throws {
    let folder = try TemporaryFolder()
    let roster = try SmallRoster.clean.write(to: folder)
    try Data(text.utf8).write(to: folder.url.appending(path: "baseline.json"))
    let outcome = try Program.run(["validate", roster, "--baseline", folder.path + "/baseline.json"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("--write-baseline"))
    #expect(try Program.run(["validate", roster, "--baseline", folder.path + "/none"]).status == 3)
    #expect(try Program.run(["validate", roster, "--baseline", folder.path]).status == 3)
  }
}
