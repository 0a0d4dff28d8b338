import RosterModel
import Sheets
import Testing

@Suite("What a person writes beside the columns that are read back")
struct ImportWarningTests {
  private static let file = "y1_2026-12-05_A.csv"
  private var fixture = SheetsFixture()

  init() {
    fixture.post(0, to: 0, "A", note: "old")
    fixture.post(3, to: 3, "D")
  }

  private func edit(_ old: String, _ new: String, in file: String = Self.file) throws -> ImportPlan {
    let export = ImportFixture(exported: fixture.roster)
    let text = export.text(file)
    #expect(text.contains(old), "\(text)")
    return try export.read([file: text.replacing(old, with: new)], into: fixture.roster)
  }

  private func notes(_ plan: ImportPlan) -> [String] { plan.roster.assignments.map { plan.roster.text($0.note) } }

  @Test("what changed during the shift is noted after the note, and once only")
  func changes() throws {
    let plan = try edit(",old,,u1", ",old,relieved at 14,u1")
    #expect(notes(plan) == ["old; relieved at 14", ""] && plan.problems.isEmpty && plan.warnings.isEmpty)
    let export = ImportFixture(exported: fixture.roster)
    let text = export.text(Self.file).replacing(",old,,u1", with: ",old,relieved at 14,u1")
    let again = try export.read([Self.file: text], into: plan.roster, base: false)
    #expect(again.step.edits.isEmpty)
    #expect(try notes(edit(",old,,u1", ",,relieved at 14,u1")) == ["relieved at 14", ""])
  }

  @Test("a line break in the note or among the changes is told at its place and kept", arguments: ["\n", "\r\n"])
  func notesOfTwoLines(lineBreak: String) throws {
    for (cells, note) in [(",old,\"a\(lineBreak)b\",u1", "old; a\nb"), (",\"a\(lineBreak)b\",,u1", "a\nb")] {
      let plan = try edit(",old,,u1", cells)
      #expect(plan.problems.isEmpty && notes(plan) == [note, ""])
      #expect(plan.warnings.map(\.line) == [2] && plan.warnings[0].message.contains("line break"))
    }
  }

  @Test("another control character in a note is refused at its place")
  func controlCharacter() throws {
    let plan = try edit(",old,,u1", ",old,\"a\u{1B}b\",u1")
    #expect(plan.problems.map(\.line) == [2] && plan.problems[0].message.contains("U+001B"))
  }

  @Test(
    "a callsign is its unit's in another case, with blanks around it, and with letters of another script that look alike",
    arguments: ["СОКОЛ-12", " Сокол-12 ", "Cокол-12", "Сокол‑12"])
  func callsigns(callsign: String) throws {
    let plan = try edit("Сокол-12,", callsign + ",")
    #expect(plan.problems.isEmpty && plan.step.edits.isEmpty)
    let found = try edit(",old,,u1,", ",old,,\(callsign),")
    #expect(found.problems.isEmpty && found.step.edits.isEmpty)
  }

  @Test(
    "a callsign that is like those of two units is nobody's without an id, and one of two that are alike is its own")
  func alikeCallsigns() throws {
    var two = self
    two.fixture.roster.units[2].callsign = "Cокол-12"
    #expect(try two.edit(",old,,u1,", ",old,,Сокол-12,").problems.isEmpty)
    let plan = try two.edit("Сокол-12,police,Каримов А.,2,foot,08:00,16:00,old,,u1,", "СОКОЛ-12,,,,,,,old,,,")
    #expect(plan.problems.count == 1 && plan.problems[0].message.contains("several units are called"))
  }

  @Test("locked in capitals is locked")
  func status() throws {
    let plan = try edit(",u1,A,,", ",u1,A,LOCKED,")
    #expect(plan.problems.isEmpty && plan.roster.assignments.map(\.isLocked) == [true, false])
  }

  @Test(
    "a leader, a time or an absence that the roster does not have is told with its place and where to change it",
    arguments: [
      ("Каримов А.", "Рашидов Б.", "leader", "'Каримов А.', from units.csv"),
      ("08:00,16:00", "10:00,16:00", "from", "'08:00', from roster.toml"),
      ("08:00,16:00", "08:00,15:30", "to", "'16:00', from roster.toml"),
      ("u1,A,,\n", "u1,A,,sick\n", "absent", "nothing, from absences.csv"),
      ("police,", "guard,", "force", "'police', from units.csv"),
    ])
  func told(old: String, new: String, column: String, says: String) throws {
    let plan = try edit(old, new)
    #expect(plan.problems.isEmpty && plan.step.edits.isEmpty)
    let warning = try #require(plan.warnings.first)
    #expect(plan.warnings.count == 1 && warning.line == 2 && warning.column != nil)
    #expect(warning.message.hasPrefix(column + " ") && warning.message.contains(says), "\(warning.message)")
  }

  @Test(
    "another way of writing the same is nothing to tell of",
    arguments: [
      ("08:00,16:00", "8:00,16:00:00"), ("08:00,16:00", "08:00:00 AM,4:00 PM"), ("police,", " POLICE ,"),
      ("Каримов А.,", ","),
    ])
  func same(old: String, new: String) throws {
    let plan = try edit(old, new)
    #expect(plan.warnings.isEmpty && plan.problems.isEmpty && plan.step.edits.isEmpty)
  }

  @Test("what is left of the unit that stood there before is nothing to tell of, what belongs to neither is")
  func leftovers() throws {
    let plan = try edit("Сокол-12,police,Каримов А.", "Mahalla-3,police,Каримов А.").warnings
    #expect(plan.isEmpty)
    let replaced = try edit("Сокол-12,police,Каримов А.,2,foot,08:00,16:00,old,,u1", "Mahalla-3,police,X,2,foot,,,,,")
    #expect(replaced.problems.isEmpty && replaced.step.edits.count == 2)
    #expect(replaced.warnings.map(\.message).allSatisfy { $0.hasPrefix("leader 'X'") } && replaced.warnings.count == 1)
  }

  @Test("what is written where nobody stands is told, as it is kept nowhere")
  func nobody() throws {
    let plan = try edit("08:00,16:00,old,,u1,A", "08:00,16:00,old,,u1,A", in: Self.file)
    #expect(plan.warnings.isEmpty)
    let open = try edit("16:00,00:00,,,,,,", "16:00,00:00,,nobody came,,,,", in: "y1_2026-12-05_B.csv")
    #expect(open.step.edits.isEmpty && open.problems.isEmpty)
    #expect(
      open.warnings.map(\.message) == [
        "changes 'nobody came' is not read back, as no unit stands there; name the unit to keep it"
      ])
  }
}
