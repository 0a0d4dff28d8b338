import Testing

@Suite("Did you mean")
struct DidYouMeanTests {
  @Test(
    "a name on the command line that there is not is answered with the nearest that there is",
    arguments: [
      ("explain COV01", "Did you mean COV001?"), ("explain rest-to-short", "Did you mean rest-too-short?"),
      ("explain CVO", "Did you mean COV001, COV002 or COV003?"),
      ("validate --select CVO", "Did you mean COV?"), ("validate --ignore ABS,CVO001", "Did you mean COV001?"),
      ("validate --severity COV01=off", "Did you mean COV001?"), ("validate --district nroth", "Did you mean north?"),
      ("gaps --district norht", "Did you mean north?"), ("export --table - --department n11", "Did you mean n1?"),
      ("export --table - --shift Q", "The roster has: A, B."),
      ("assign --unit u22 --beat b1 --day 2026-12-06 --shift A", "Did you mean u2?"),
      ("assign --unit Лочим --beat b1 --day 2026-12-06 --shift A", "Did you mean u2 (Лочин)?"),
      ("assign --unit u2 --beat b11 --day 2026-12-06 --shift A", "Did you mean b1?"),
      ("assign --unit u2 --beat b1 --day 2026-12-06 --shift Day", "The roster has: A, B."),
      ("assign --unit u2 --beat b1 --day 2026-12-06 --shift А", "Did you mean A?"),
      ("assign --unit ghost --beat b1 --day 2026-12-06 --shift A", "The roster has: u1, u2, v1."),
      ("who --cell b11/2026-12-06/A", "Did you mean b1?"), ("why --cell b1/2026-12-06/Q", "The roster has: A, B."),
      ("unlock --unit u2 --beat d1 --day 2026-12-06", "Did you mean b1"),
    ])
  func names(words: String, hint: String) throws {
    let edit = try EditFixture()
    let arguments = words.split(separator: " ").map(String.init)
    let outcome = try arguments[0] == "explain" ? Program.run(arguments) : edit.run(words)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }

  @Test(
    "so is a verb",
    arguments: [
      (["plann", "north"], "'plann' is no verb. Did you mean plan?"), (["validte"], "Did you mean validate?"),
      (["help", "gasp"], "Did you mean gaps?"), (["xyzzy"], "'xyzzy' is no verb. `patrol help` lists them."),
    ])
  func verbs(arguments: [String], said: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test("verbs, help and options of the program itself are taken as ever")
  func known() throws {
    for arguments in [["help"], ["help", "gaps"], ["--help"], ["--version"], ["rules"], ["keys"], []] {
      #expect(try Program.run(arguments).status == 0, "\(arguments)")
    }
  }

  @Test(
    "a table that names what there is not is told what there is",
    arguments: [
      (
        "units.csv", "u3,Barq,police,n1,district,two-shift,2,foot,,", "no regime has the id two-shift",
        "the roster has: any"
      ),
      ("units.csv", "u3,Barq,police,nn1,district,any,2,foot,,", "no place has the id nn1", "did you mean n1?"),
      ("assignments.csv", "2026-12-06,B,b1,u2,,", "no shift has the id B", "the roster has: A"),
      ("assignments.csv", "2026-12-06,A,b11,u2,,", "no beat has the id b11", "did you mean b1?"),
      ("departments.csv", "n9,noth,North 9", "no district has the id noth", "did you mean north?"),
      (
        "roster.toml", "[rules.cell-below-minimun]\nseverity = \"off\"", "there is no rule",
        "did you mean cell-below-minimum?"
      ),
      (
        "waivers.csv", "rule,subject,first_day,last_day,reason,by\nCOV01,cell:b1,2026-12-05,2026-12-06,,",
        "there is no rule", "did you mean COV001?"
      ),
    ])
  func tables(file: String, row: String, what: String, hint: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["validate", try SmallRoster().appending(row + "\n", to: file).write(to: folder)])
    #expect(outcome.lines.contains { $0.contains(what) && $0.contains(hint) }, "\(outcome.output)")
  }
}
