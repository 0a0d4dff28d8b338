import RosterModel
import Sheets
import Testing

@Suite("Reading sheets back")
struct ImportPlanTests {
  private static let file = "y1_2026-12-05_A.csv"
  private var fixture = SheetsFixture()

  init() {
    fixture.post(0, to: 0, "A")
    fixture.post(1, to: 1, "A", note: "old\u{1B}note")
    fixture.post(3, to: 3, "D")
  }

  private var export: ImportFixture { ImportFixture(exported: fixture.roster) }

  private func edit(
    _ file: String = Self.file, into roster: Roster? = nil, _ change: (inout [String]) -> Void
  ) throws -> ImportPlan {
    var lines = export.text(file).split(separator: "\n").map(String.init)
    let end = lines.removeLast()
    change(&lines)
    return try export.read([file: (lines + [end]).joined(separator: "\n") + "\n"], into: roster ?? fixture.roster)
  }

  private func changes(_ plan: ImportPlan, from roster: Roster? = nil) -> [String] {
    RosterDifference(from: roster ?? fixture.roster, to: plan.roster).postings.map {
      "\($0.isAdded ? "+" : $0.isRemoved ? "-" : "~")\($0.posting.unit) \($0.posting.beat) \($0.posting.shift)"
    }
  }

  @Test("sheets that nobody has changed change nothing, whatever the roster has changed since")
  func unchanged() throws {
    var roster = fixture.roster
    roster.assignments.removeFirst()
    let plan = try edit(into: roster) { _ in }
    #expect(plan.step.edits.isEmpty && plan.conflicts.isEmpty && plan.problems.isEmpty)
  }

  @Test("a missing row unassigns, a new row assigns, a status and a note are taken over")
  func edits() throws {
    let plan = try edit { lines in
      lines[1] = "y1-b01,,,Lochin-4,,,,,,,by car,,u4,,locked,"
      lines.append("y1-b02,,,,,,,,,,,,u3,A,,")
    }
    #expect(plan.problems.isEmpty && plan.conflicts.isEmpty)
    #expect(changes(plan) == ["-u1 y1-b01 A", "+u4 y1-b01 A", "+u3 y1-b02 A"])
    let added = plan.roster.assignments.first { $0.unit == UnitReference(3) && $0.shift == ShiftReference(0) }
    #expect(added?.isLocked == true && added.map { plan.roster.text($0.note) } == "by car")
  }

  @Test("a unit is found by its callsign where its id is empty, over NOT COVERED too")
  func callsign() throws {
    let plan = try edit("y1_2026-12-05_C.csv") { lines in
      #expect(lines[1].contains("NOT COVERED"))
      lines[1] = lines[1].replacing("NOT COVERED", with: "Сокол-12")
    }
    #expect(changes(plan) == ["+u1 y1-b01 C"])
  }

  @Test("ids are understood in any case and with spaces around them, and a unit's is not taken for a beat's")
  func spelling() throws {
    var named = fixture
    named.roster.units[2].id = "Y1-B01"
    let export = ImportFixture(exported: named.roster)
    let text = export.text(Self.file) + " Y1-B02 ,,,,,,,,,,,, y1-b01, a,,\n"
    let plan = try export.read([Self.file: text], into: named.roster)
    #expect(changes(plan, from: named.roster) == ["+Y1-B01 y1-b02 A"])
  }

  @Test("a status changed beside a note that the export had to make harmless leaves the note as it was")
  func harmlessNote() throws {
    let plan = try edit { lines in lines[2] = lines[2].replacing(",u2,A,,", with: ",u2,A,locked,") }
    #expect(changes(plan) == ["~u2 y1-b02 A"])
    let posting = try #require(plan.roster.assignments.first { $0.unit == UnitReference(1) })
    #expect(posting.isLocked && plan.roster.text(posting.note) == "old\u{1B}note")
  }

  @Test("a 24-hour duty taken off one of its sheets is gone from all")
  func duty() throws {
    let plan = try edit("yunusobod_2026-12-05_B.csv") { $0.removeLast() }
    #expect(changes(plan) == ["-u4 yunusobod-car D"])
  }

  @Test(
    "a row that is none is refused with its place, and nothing is applied",
    arguments: [
      ("nowhere,,,,,,,,,,,,u3,A,,", 1, "no beat 'nowhere'"), ("y1-b01,,,,,,,,,,,,u9,A,,", 19, "no unit 'u9'"),
      ("y1-b01,,,,,,,,,,,,u3,Z,,", 22, "no shift 'Z'"), ("y1-b01,,,,,,,,,,,,u3,B,,", 22, "is no part of A"),
      ("y2-b01,,,,,,,,,,,,u3,A,,", 1, "is of y2, not of y1"), ("y1-b01,,,,,,,,,,,,u1,A,,", 19, "in line 2 already"),
      ("y1-b01,,,,,,,,,,,,u3,A,fixed,", 24, "not a status"), ("y1-b01,,,Sokol,,,,,,,,,,A,,", 10, "no unit is called"),
      ("y1-b01,,,Lochin-4,,,,,,,,,u3,A,,", 10, "not the callsign of u3"),
      ("y1-b01,,,,,,,,,,a\u{1B}[2J,,u3,A,,", 17, "control character"),
      ("y1-b01,,,,,,,,,,,,u3,A,,,extra", 26, "more cells"), ("y1-b01,a\"b", 0, "a quote stands inside"),
    ])
  func refused(row: String, column: Int, message: String) throws {
    let plan = try edit { lines in
      lines.removeLast()
      lines.append(row)
    }
    #expect(plan.problems.count == 1 && plan.step.edits.isEmpty && plan.roster == fixture.roster)
    let problem = try #require(plan.problems.first)
    #expect(problem.message.contains(message), "\(problem.message)")
    #expect(problem.file == Self.file && problem.line == 3)
    #expect(problem.column == (column == 0 ? nil : column))
  }

  @Test("every reason is told in one run, a missing column and a sheet of no department too")
  func allReasons() throws {
    let headless = try edit { $0[0] = $0[0].replacing("unit", with: "crew") }
    #expect(headless.problems.map(\.message).allSatisfy { $0.contains("'unit' is missing") })
    let plan = try edit { lines in
      lines.append("x,,,,,,,,,,,,u1,A,,")
      lines.append("y1-b01,,,,,,,,,,,,x,A,,")
    }
    #expect(plan.problems.map(\.line) == [4, 5])
    let elsewhere = ImportSource(
      file: "f", extent: .sheet(SheetKey(place: "y9", day: SheetsFixture.day, shift: "A")), bytes: [], base: nil)
    #expect(try ImportPlan([elsewhere], into: fixture.roster).problems.count == 1)
  }

  @Test("taken as it stands, a sheet is the whole truth and undoes what the roster has changed")
  func withoutBase() throws {
    var roster = fixture
    roster.post(2, to: 0, "A")
    let plan = try export.read([Self.file: export.text(Self.file)], into: roster.roster, base: false)
    #expect(changes(plan, from: roster.roster) == ["-u3 y1-b01 A"])
  }

  @Test("a sheet that a spreadsheet saved with other delimiters and line ends is read in the dialect of its export")
  func savedOtherwise() throws {
    var guarded = SheetsFixture()
    guarded.post(0, to: 0, "A", note: "'=x")
    let export = ImportFixture(exported: guarded.roster, dialect: .excel)
    var text = export.text(Self.file)
    #expect(text.contains(";''=x;"))
    text = text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n").replacing(";", with: ",")
    let same = try export.read([Self.file: text], into: guarded.roster)
    #expect(same.step.edits.isEmpty && same.problems.isEmpty)
    let plan = try export.read([Self.file: text.replacing("''=x", with: "=y")], into: guarded.roster)
    #expect(plan.roster.assignments.map { plan.roster.text($0.note) } == ["=y"])
  }
}
