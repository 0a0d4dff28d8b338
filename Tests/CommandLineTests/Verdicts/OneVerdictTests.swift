import Foundation
import Testing

@Suite("One question has one answer, whichever verb is asked")
struct OneVerdictTests {
  private struct Who: Decodable {
    struct Summary: Decodable {
      var free, by_leaving, cannot: Int
      var words: String { "\(free) + \(by_leaving)" }
    }
    struct Unit: Decodable { var unit: String, legal: Bool }
    var summary: Summary
    var units: [Unit]
  }
  private struct Gaps: Decodable {
    struct Gap: Decodable {
      var place, day, shift: String, units, units_by_leaving: Int
      var words: String { "\(units) + \(units_by_leaving)" }
    }
    var gaps: [Gap]
  }
  private struct Why: Decodable {
    struct Considered: Decodable {
      var free, by_leaving: Int
      var words: String { "\(free) + \(by_leaving)" }
    }
    var considered: Considered
  }

  private func read<Answer: Decodable>(_ words: String, _ roster: String, as: Answer.Type) throws -> Answer {
    let arguments = words.split(separator: " ").map(String.init)
    let outcome = try Program.run([arguments[0], roster] + arguments.dropFirst() + ["--format", "json"])
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A copy of the sample with something changed.
  private func sample(_ change: (URL) throws -> Void = { _ in }) throws -> String {
    let roster = folder.url.appending(path: "roster")
    try FileManager.default.copyItem(at: TemporaryFolder.samples.appending(path: "one-department"), to: roster)
    try change(roster)
    return roster.path
  }

  private func append(_ text: String, to file: String, in roster: URL) throws {
    let url = roster.appending(path: file)
    let old = FileManager.default.fileExists(atPath: url.path) ? try String(contentsOf: url, encoding: .utf8) : ""
    try (old + text).write(to: url, atomically: true, encoding: .utf8)
  }

  @Test(
    "whoever relieves volunteers who stand without an escort makes it better: gaps, who, why and assign let it come")
  func escort() throws {
    let roster = try sample { roster in
      let url = roster.appending(path: "assignments.csv")
      let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.contains(",y1-v") }
      let added = ["y1-v1", "y1-v2", "y1-v3"].map { "2026-12-12,E,y1-bog,\($0),," }
      try ((rows + added.map { Substring($0) }).joined(separator: "\n") + "\n")
        .write(to: url, atomically: true, encoding: .utf8)
    }
    let gaps = try read("gaps --from 2026-12-12 --to 2026-12-12", roster, as: Gaps.self).gaps
    let gap = try #require(gaps.first { $0.place == "y1-bog" && $0.shift == "B" })
    let who = try read("who --cell y1-bog/2026-12-12/B --verbose", roster, as: Who.self)
    let why = try read("why --cell y1-bog/2026-12-12/B", roster, as: Why.self)
    #expect(gap.units > 0)
    #expect(gap.words == who.summary.words)
    #expect(why.considered.words == who.summary.words)
    #expect(try #require(who.units.first { $0.unit == "y1-u6" }).legal)
    let words = ["--unit", "y1-u6", "--beat", "y1-bog", "--day", "2026-12-12", "--shift", "B", "--dry-run"]
    let assign = try Program.run(["assign", roster] + words)
    #expect(assign.status == 0, "\(assign.errors)")
  }

  @Test("a finding that waivers.csv accepts keeps nobody away: who says so as assign does")
  func waiver() throws {
    let roster = try sample { roster in
      try append(
        "rule,subject,first_day,last_day,reason,by\nRST004,unit:y-r2/2026-12-10/B,2026-12-01,2026-12-31,agreed,chief\n",
        to: "waivers.csv", in: roster)
    }
    let who = try read("who --cell y1-metro/2026-12-08/B --verbose", roster, as: Who.self)
    let words = ["--unit", "y-r2", "--beat", "y1-metro", "--day", "2026-12-08", "--shift", "B", "--dry-run"]
    let assign = try Program.run(["assign", roster] + words)
    #expect(assign.status == 0, "\(assign.errors)")
    #expect(try #require(who.units.first { $0.unit == "y-r2" }).legal)
    #expect(try Program.run(["who", roster, "--cell", "y1-metro/2026-12-08/B"]).output.contains("(waived)"))
  }

  @Test("who is absent is not offered though a waiver accepts it, and the reason is said")
  func away() throws {
    let roster = try sample { roster in
      try append("y1-u6,2026-12-09,,leave\n", to: "absences.csv", in: roster)
      try append(
        "rule,subject,first_day,last_day,reason,by\nABS001,unit:y1-u6/2026-12-09/B,2026-12-01,2026-12-31,agreed,chief\n",
        to: "waivers.csv", in: roster)
    }
    let said = try Program.run(["who", roster, "--cell", "y1-bog/2026-12-09/B", "--verbose"]).output
    let line = try #require(said.split(separator: "\n").first { $0.contains("y1-u6") })
    #expect(line.contains("cannot") && line.contains("absent then, so it would not count"), "\(line)")
  }

  @Test("gaps, who and why say the same two numbers of a cell")
  func numbers() throws {
    let roster = try sample()
    let gap = try #require(try read("gaps --to 2026-12-08", roster, as: Gaps.self).gaps.first)
    let who = try read("who --cell y1-metro/2026-12-08/B", roster, as: Who.self)
    let why = try read("why --cell y1-metro/2026-12-08/B", roster, as: Why.self)
    #expect(gap.words == "3 + 6")
    #expect(who.summary.words == "3 + 6")
    #expect(why.considered.words == "3 + 6")
    let said = try Program.run(["who", roster, "--cell", "y1-metro/2026-12-08/B"]).errors
    #expect(said.contains("3 free, 6 more by leaving another post"))
  }

  @Test("nobody is at two places at one time, whatever duty days they are of: validate, assign, who and plan agree")
  func instants() throws {
    let edit = try EditFixture { roster in
      roster.replacing("rest_hours = 12\n", by: "", in: "roster.toml")
        .replacing(#"shifts = ["A", "B"]"#, by: #"shifts = ["A", "B", "L"]"#, in: "roster.toml")
        .replacing(
          "[regime.any]",
          by: """
            [[shift]]
            id = "L"
            name = "Long night"
            start = "20:00"
            hours = 16
            night = true
            covers = ["B"]
            [regime.any]
            """, in: "roster.toml"
        ).appending("2026-12-06,L,b1,u2,,\n", to: "assignments.csv")
    }
    let refused = try edit.run("assign --unit u2 --beat b1 --day 2026-12-07 --shift A")
    #expect(refused.status == 1 && refused.output.contains("overlap 4 h with L on 6 Dec"), "\(refused.output)")
    let who = try Program.run(["who", edit.roster, "--cell", "b1/2026-12-07/A", "--verbose"])
    #expect(who.output.contains("unit-twice-in-a-shift: overlap 4 h with L on 6 Dec"), "\(who.output)")
    _ = try edit.run("assign --unit u2 --beat b1 --day 2026-12-07 --shift A --force --reason test")
    let found = try edit.run("validate --select DUP001")
    #expect(found.status == 1 && found.output.contains("overlap 4 h with L on 6 Dec"), "\(found.output)")
  }
}
