import Foundation
import Testing

/// A night on the planned sample of one department, as it would be typed.
@Suite("A roster that is running")
struct RunningNightTests {
  private let folder: TemporaryFolder
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    roster = folder.url.appending(path: "night").path
    let planned = try Program.run(
      [
        "plan", TemporaryFolder.samples.appending(path: "one-department").path, "--output", roster, "--iterations",
        "4000",
      ])
    #expect(planned.status <= 1, "\(planned.errors)")
  }

  private func run(_ words: String, at time: String = "2026-12-08T21:00") throws -> Program.Outcome {
    let arguments = words.split(separator: " ").map(String.init)
    return try Program.run([arguments[0], roster] + arguments.dropFirst(), environment: ["PATROL_NOW": time])
  }

  private func rows() throws -> Set<String> {
    let text = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    return Set(text.split(separator: "\n").map(String.init))
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.errors)")
  }

  /// The rows of shifts that have begun by 21:00 on 8 December: A and B of that day, and all before.
  private static func hasBegun(_ row: String) -> Bool {
    let fields = row.split(separator: ",", omittingEmptySubsequences: false)
    return fields[0] < "2026-12-08" || fields[0] == "2026-12-08" && ["A", "B", "D", "E"].contains(fields[1])
  }

  @Test("a unit falls ill at 21:00 in published days: marked and mended in one act, and nothing worked is changed")
  func ill() throws {
    #expect(try run("publish --from 2026-12-07 --to 2026-12-13", at: "2026-12-06T12:00").status == 0)
    let before = try rows()
    let posted = before.filter { $0.hasPrefix("2026-12-08,B,") && !$0.contains("-v") }.sorted()
    let unit = try #require(posted.first?.split(separator: ",")[3])
    let outcome = try run(
      "absent --unit \(unit) --from today --to 2026-12-11 --reason sick --repair --published --as Karimova --format json"
    )
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let repair = try #require(try json(outcome)["repair"] as? [String: Any])
    #expect((repair["count"] as? Int ?? 99) <= 4)
    let after = try rows()
    #expect(before.filter(Self.hasBegun) == after.filter(Self.hasBegun))
    #expect(outcome.errors.contains("has begun and stays: the absence begins on 2026-12-09"))
    let log = try run("log --limit 1")
    #expect(log.output.contains("absent \(unit) sick, repaired: sick"))
    #expect(try run("undo --as Karimova --reason no").status == 0)
    #expect(try rows() == before)
  }

  @Test("a patrol is moved at 21:40: the morning's sheet and the log tell who, from where, when and why")
  func moved() throws {
    let row = try #require(try rows().filter { $0.hasPrefix("2026-12-08,B,") && !$0.contains(",y1-v") }.sorted().first)
    let (beat, unit) = (row.split(separator: ",")[2], row.split(separator: ",")[3])
    let other = beat == "y1-bozor" ? "y1-metro" : "y1-bozor"
    let before = try rows()
    let outcome = try run("move-now --unit \(unit) --beat \(other) --at 21:40 --reason fight --force --as Karimova")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(try rows() == before, "what was worked stands as it stood")
    let sheets = folder.url.appending(path: "sheets").path
    let written = try run("export --sheets \(sheets) --day 2026-12-08 --shift B", at: "2026-12-09T07:30")
    #expect(written.status <= 1, "\(written.errors)")
    let text = try FileManager.default.contentsOfDirectory(atPath: sheets).filter { $0.hasSuffix(".csv") }
      .map { try String(contentsOfFile: sheets + "/" + $0, encoding: .utf8) }.joined()
    #expect(text.contains("from 21:40: fight"), "\(text)")
    let log = try run("log --limit 1").output
    #expect(log.contains("Karimova") && log.contains("from 21:40: fight"), "\(log)")
  }

  @Test("a plan fills what is missing from the first shift on that has not begun, and moves nobody unless it may")
  func plan() throws {
    _ = try run("unassign --beat y1-metro --day 2026-12-09 --reason no --force")
    _ = try run("unassign --beat y1-metro --day 2026-12-08 --reason no --force")
    let before = try rows()
    let outcome = try run("plan --iterations 2000")
    #expect(outcome.status <= 1, "\(outcome.errors)")
    let after = try rows()
    #expect(before.subtracting(after).isEmpty)
    let added = after.subtracting(before)
    #expect(!added.isEmpty && !added.contains(where: Self.hasBegun))
    let moved = try run("plan --replan --max-changes 3 --iterations 4000")
    #expect(moved.status <= 1, "\(moved.errors)")
    #expect(after.subtracting(try rows()).count <= 3)
    #expect(after.filter(Self.hasBegun) == (try rows()).filter(Self.hasBegun))
    let over = try run("plan", at: "2027-03-01T12:00")
    #expect(over.status == 3)
    #expect(over.errors.contains("has begun, and what was worked is not planned"))
  }

  @Test("why of many gaps asks about what has not begun, and proves nothing from days that are over")
  func whyOfTheNight() throws {
    _ = try run("unassign --beat y1-metro --from 2026-12-07 --to 2026-12-12 --reason no --force")
    #expect(try run("publish --from 2026-12-07 --to 2026-12-13", at: "2026-12-06T12:00").status == 0)
    let outcome = try run("why --format json")
    #expect(outcome.errors.contains("are in shifts that have begun and are left out"))
    let text = try run("why").output
    for day in ["2026-12-07"] { #expect(!text.contains(day), "\(text)") }
    let cell = try run("why --cell y1-metro/2026-12-08/A")
    #expect(cell.errors.contains("this shift has begun: plans and repairs leave it as it is worked"))
    let repair = try run("repair --dry-run")
    #expect(repair.output.contains("missing in shifts that have begun, which stay as they are worked"))
  }

  @Test("what was worked is changed for a reason only, and the log calls it a correction")
  func correction() throws {
    let row = try #require(try rows().filter { $0.hasPrefix("2026-12-08,A,") }.sorted().first)
    let unit = row.split(separator: ",")[3]
    let refused = try run("unassign --unit \(unit) --day 2026-12-08 --force --reason x --dry-run --format json")
    #expect(refused.status == 0)
    let plain = try run("unassign --unit \(unit) --day 2026-12-08")
    #expect(plain.status == 1)
    #expect(plain.errors.contains("has begun: what was worked is changed by a correction only"))
    #expect(try run("unassign --unit \(unit) --day 2026-12-08 --force --reason absent").status == 0)
    let entries = try #require(try json(run("log --limit 1 --format json"))["entries"] as? [[String: Any]])
    #expect(entries.first?["kind"] as? String == "correction")
    #expect(try run("undo", at: "2026-12-08T21:10").errors.contains("changed by a correction only"))
  }

  @Test("a repair says who must be told, is the same again, and changes nothing where nothing is missing")
  func repair() throws {
    _ = try run("unassign --beat y1-bozor --from 2026-12-09 --to 2026-12-10 --reason no --force")
    let dry = try run("repair --dry-run --iterations 20")
    #expect(dry.output.contains("to be told: "))
    #expect(dry.output.contains(" missing unit"))
    #expect(try run("repair --dry-run --iterations 20").output == dry.output)
    #expect(dry.errors.contains("not written, as --dry-run was given"))
    let done = try run("repair --iterations 20 --format json")
    let repair = try #require(try json(done)["repair"] as? [String: Any])
    #expect(done.status == ((repair["left"] as? Int) == 0 ? 0 : 1))
    #expect((repair["bound"] as? Int ?? 99) <= (repair["count"] as? Int ?? 0))
    let wrong = try run("repair --published")
    #expect(wrong.status == 3)
    #expect(wrong.errors.contains("--published wants a reason"))
  }
}
