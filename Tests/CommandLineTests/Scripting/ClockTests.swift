import Testing

@Suite("PATROL_NOW")
struct ClockTests {
  @Test("is the time that today and tomorrow go by, and --now wins over it")
  func now() throws {
    let home = try ScriptHome()
    let line = "patrol gaps rosters/city --from tomorrow --to tomorrow 2>&1"
    #expect(try home.run(line).output.contains("2026-12-08"))
    #expect(try home.run(line, environment: ["PATROL_NOW": "2026-12-06T12:00"]).output.contains("0 squares"))
    let both = line + " --now 2026-12-07T12:00"
    #expect(try home.run(both, environment: ["PATROL_NOW": "2026-12-06T12:00"]).output.contains("2026-12-08"))
  }

  @Test("that is no time is named, and one that is empty is none")
  func wrong() throws {
    let home = try ScriptHome()
    let outcome = try home.run(
      "patrol validate rosters/city --from today", environment: ["PATROL_NOW": "noon\u{1B}[2J"])
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("PATROL_NOW: 'noon"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try home.run("patrol gaps rosters/city", environment: ["PATROL_NOW": ""]).status == 1)
  }
}
