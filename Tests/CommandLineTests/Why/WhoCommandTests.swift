import Foundation
import Testing

@Suite("patrol who, as typed")
struct WhoCommandTests {
  private struct Answer: Decodable {
    struct Unit: Decodable {
      var unit: String, legal: Bool, cost: Int?, leaves: Posting?, has_refused: Bool, last_call: Call?
      var week_minutes: Int, week_limit_minutes: Int?, minutes: Int
    }
    struct Call: Decodable { var at: String, answer: String, by: String }
    struct Summary: Decodable { var free: Int, refused: Int }
    struct Posting: Decodable { var beat: String, shift: String }
    var format_version: String, cell: String, units: [Unit], summary: Summary
  }

  private func who(
    _ roster: SmallRoster, _ cell: String, _ arguments: [String] = []
  ) throws -> (answer: Answer, status: Int32) {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["who", try roster.write(to: folder), "--cell", cell, "--format", "json"] + arguments)
    return (try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)), outcome.status)
  }

  private func failure(_ cell: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(["who", try SmallRoster().write(to: folder), "--cell", cell])
  }

  @Test("free units come first, by what each costs; one that stands elsewhere says what it leaves")
  func order() throws {
    let roster = SmallRoster().appending("b2,n1,Bridge,post,,,\n", to: "beats.csv")
      .appending("b2,,,daily,,,,1,,\n", to: "demand.csv")
      .appending("2026-12-06,A,b2,u1,,\n", to: "assignments.csv")
    let (answer, status) = try who(roster, "b1/2026-12-06/A")
    #expect(status == 0)
    #expect(answer.format_version == "1.3")
    #expect(answer.cell == "b1/2026-12-06/A")
    #expect(answer.units.map(\.unit) == ["u2", "u1"])
    #expect(answer.units.map { $0.leaves?.beat } == [nil, "b2"])
    // u2 fills the gap, and its weekend day evens the two out; u1 would open another gap, and saves a change of beat.
    #expect(answer.units.map(\.cost) == [-1003, -1])
  }

  @Test(
    "who said no for that day comes last, is not free, and says when to whom; another day, or a later yes, it is asked again"
  )
  func refusals() throws {
    let head = "day,shift,beat,unit,at,answer,by,note\n"
    let no = "2026-12-06,A,b1,u2,2026-12-05T20:10,no,Aziz,\n"
    let refused = SmallRoster().appending(head + no, to: "calls.csv")
    let (answer, status) = try who(refused, "b1/2026-12-06/A")
    #expect(status == 0 && answer.units.map(\.unit) == ["u1", "u2"])
    #expect(answer.units.map(\.has_refused) == [false, true])
    #expect(answer.summary.free == 1 && answer.summary.refused == 1)
    #expect(answer.units[1].last_call?.at == "2026-12-05T20:10" && answer.units[1].last_call?.by == "Aziz")
    let folder = try TemporaryFolder()
    let text = try Program.run(["who", try refused.write(to: folder), "--cell", "b1/2026-12-06/A"])
    #expect(text.output.contains("2026-12-05T20:10 no (Aziz), not again that day") && text.output.contains("never"))
    #expect(text.errors.contains("1 free, 1 said no"), "\(text.errors)")
    let later = refused.appending("2026-12-06,A,b1,u2,2026-12-05T21:00,yes,Aziz,\n", to: "calls.csv")
    #expect(try who(later, "b1/2026-12-06/A").answer.summary.free == 2)
    #expect(try who(refused, "b1/2026-12-05/A").answer.units.allSatisfy { !$0.has_refused })
    let both = refused.appending("2026-12-06,A,b1,u1,2026-12-05T20:15,no,Aziz,\n", to: "calls.csv")
    #expect(try who(both, "b1/2026-12-06/A").status == 1)
  }

  @Test("free units are ordered as [call_out] says, hours are those truly worked, beside the most of the week")
  func callOrder() throws {
    let roster = SmallRoster()
      .replacing("shifts = [\"A\"]", by: "shifts = [\"A\"]\nmax_hours_per_week = 40", in: "roster.toml")
      .appending("day,shift,unit,at,what,beat,reason,by\n2026-12-05,A,u1,12:00,sent-home,,,\n", to: "manoeuvres.csv")
    let answer = try who(roster, "b1/2026-12-06/A").answer
    #expect(answer.units.first { $0.unit == "u1" }?.week_minutes == 240)
    #expect(answer.units.allSatisfy { $0.week_limit_minutes == 2400 })
    let called = roster.appending(
      "day,shift,beat,unit,at,answer,by,note\n2026-12-05,A,b1,u2,2026-12-01T08:00,yes,,\n", to: "calls.csv")
    #expect(try who(called, "b1/2026-12-06/A").answer.units.map(\.unit) == ["u2", "u1"])
    let fair = called.appending("[call_out]\norder = [\"last_call\", \"cost\"]\n", to: "roster.toml")
    #expect(try who(fair, "b1/2026-12-06/A").answer.units.map(\.unit) == ["u1", "u2"])
    let wrong = called.appending("[call_out]\norder = [\"luck\"]\n", to: "roster.toml")
    let folder = try TemporaryFolder()
    let told = try Program.run(["who", try wrong.write(to: folder), "--cell", "b1/2026-12-06/A"])
    #expect(told.status == 2 && told.errors.contains("cost, week, period, last_call or distance"), "\(told.errors)")
  }

  @Test("where nobody can, the exit code is 1, and --verbose says what is against each")
  func nobody() throws {
    let roster = SmallRoster().appending(
      "unit,days,shift,reason\nu1,daily,,sick\nu2,daily,,leave\n", to: "absences.csv")
    #expect(try who(roster, "b1/2026-12-06/A").status == 1)
    #expect(try who(roster, "b1/2026-12-06/A").answer.units.isEmpty)
    #expect(try who(roster, "b1/2026-12-06/A", ["--verbose"]).answer.units.map(\.legal) == [false, false])
  }

  @Test("a cell is found whatever its case, as findings print it, and by tomorrow")
  func ways() throws {
    for cell in ["B1/2026-12-06/a", "cell:b1/2026-12-06/A", "square:b1/2026-12-06/A//", "b1/tomorrow/A/any"] {
      let (answer, status) = try who(SmallRoster(), cell, ["--now", "2026-12-05T12:00"])
      #expect(status == 0)
      #expect(answer.units.map(\.unit) == ["u2", "u1"], "\(cell)")
    }
  }

  @Test(
    "a cell that is none is exit code 3 with what there is",
    arguments: [
      ("b1", "PLACE/DAY/SHIFT"), ("b9/2026-12-06/A", "b1"), ("b1/2026-12-07/A", "2026-12-05 to 2026-12-06"),
      ("b1/2026-12-06/Z", "A"), ("b1/2026-12-06/A/navy", "police, guard, volunteer"),
      ("b1/2026-12-06/A/police", "b1/2026-12-06/A/any"), ("north/2026-12-06/A", "Name a beat"),
      ("b1/noon/A", "tomorrow"),
    ])
  func none(cell: String, words: String) throws {
    let outcome = try failure(cell)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("the text is a table whose figures add up to the summary")
  func text() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["who", try SmallRoster().write(to: folder), "--cell", "b1/2026-12-06/A"])
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[1].contains("u2") && outcome.lines[1].contains("gap -1000"))
    #expect(outcome.errors.contains("b1/2026-12-06/A: 2 free, 0 cannot"))
  }
}
