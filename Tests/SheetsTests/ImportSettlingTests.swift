import RosterModel
import Sheets
import Testing

@Suite("Settling conflicts by one side")
struct ImportSettlingTests {
  private var fixture = SheetsFixture()

  init() {
    fixture.post(0, to: 0, "A")
    fixture.post(1, to: 1, "A", note: "one")
  }

  private func merge(
    _ choice: ConflictChoice, _ sheet: (inout SheetsFixture) -> Void, _ roster: (inout SheetsFixture) -> Void
  ) throws -> [String] {
    var theirs = fixture
    var ours = fixture
    sheet(&theirs)
    roster(&ours)
    let plan = try ImportFixture(exported: fixture.roster)
      .read(sheetsOf: theirs.roster, into: ours.roster, settling: choice)
    #expect(plan.conflicts.isEmpty && !plan.settled.isEmpty)
    return postings(plan.roster)
  }

  private func postings(_ roster: Roster) -> [String] {
    roster.assignments.map {
      "\(roster.id($0.unit)) \(roster.id($0.beat)) \(roster.id($0.shift)) \(roster.text($0.note))"
    }.sorted()
  }

  @Test("a cell whose unit both have replaced is as the chosen side has it")
  func cell() throws {
    func replace(by unit: Int) -> (inout SheetsFixture) -> Void {
      { $0.roster.assignments[0].unit = UnitReference(unit) }
    }
    #expect(try merge(.ours, replace(by: 2), replace(by: 3)) == ["u2 y1-b02 A one", "u4 y1-b01 A "])
    #expect(try merge(.theirs, replace(by: 2), replace(by: 3)) == ["u2 y1-b02 A one", "u3 y1-b01 A "])
  }

  @Test("a unit that both have moved stands in one place")
  func unit() throws {
    func move(to beat: Int) -> (inout SheetsFixture) -> Void {
      { $0.roster.assignments[0].beat = BeatReference(beat) }
    }
    #expect(try merge(.ours, move(to: 2), move(to: 3)) == ["u1 yunusobod-car A ", "u2 y1-b02 A one"])
    #expect(try merge(.theirs, move(to: 2), move(to: 3)) == ["u1 y2-b01 A ", "u2 y1-b02 A one"])
  }

  @Test("what hangs together with a conflict is settled with it: no unit is lost on the way")
  func chain() throws {
    // The sheet moves u1 away and has u4 in its place; the roster has put u3 where u1 went.
    let theirs: (inout SheetsFixture) -> Void = {
      $0.roster.assignments[0].beat = BeatReference(2)
      $0.post(3, to: 0, "A")
    }
    let ours: (inout SheetsFixture) -> Void = { $0.post(2, to: 2, "A") }
    #expect(try merge(.ours, theirs, ours) == ["u1 y1-b01 A ", "u2 y1-b02 A one", "u3 y2-b01 A "])
    #expect(try merge(.theirs, theirs, ours) == ["u1 y2-b01 A ", "u2 y1-b02 A one", "u4 y1-b01 A "])
  }

  @Test("a note that both have changed is the chosen side's, and other changes of both are kept")
  func note() throws {
    func note(_ text: String, _ more: @escaping (inout SheetsFixture) -> Void) -> (inout SheetsFixture) -> Void {
      {
        $0.roster.assignments[1].note = $0.roster.note(text)
        more(&$0)
      }
    }
    let sheet = note("sheet") { $0.post(2, to: 2, "C") }
    let roster = note("roster") { $0.post(3, to: 3, "B") }
    let both = ["u1 y1-b01 A ", "u3 y2-b01 C ", "u4 yunusobod-car B "]
    #expect(try merge(.ours, sheet, roster) == (both + ["u2 y1-b02 A roster"]).sorted())
    #expect(try merge(.theirs, sheet, roster) == (both + ["u2 y1-b02 A sheet"]).sorted())
  }

  @Test(
    "sheets that contradict each other are no matter of sides, and nothing is applied",
    arguments: [
      ConflictChoice.ours, .theirs,
    ])
  func betweenFiles(choice: ConflictChoice) throws {
    var duty = SheetsFixture()
    duty.post(3, to: 3, "D")
    let export = ImportFixture(exported: duty.roster)
    let files = ["A", "B"].map { "yunusobod_2026-12-05_\($0).csv" }
    let texts = zip(files, ["early", "late"]).map { file, note in
      (file, export.text(file).replacing("08:00,08:00,,,", with: "08:00,08:00,\(note),,"))
    }
    let plan = try export.read(Dictionary(uniqueKeysWithValues: texts), into: duty.roster, settling: choice)
    #expect(plan.conflicts.count == 1 && plan.step.edits.isEmpty)
  }

  @Test("whatever both sides did, each settled cell and unit is wholly as the chosen side has it")
  func anyChanges() throws {
    var generator = SeededGenerator(seed: 31)
    var settled = 0
    for round in 0..<150 {
      func random() -> Roster {
        var fixture = SheetsFixture()
        for unit in 0..<4 where Int.random(in: 0..<4, using: &generator) > 0 {
          let shift = ["A", "B", "C", "D", "E"].randomElement(using: &generator) ?? "A"
          fixture.post(unit, to: Int.random(in: 0...3, using: &generator), shift)
        }
        return fixture.roster
      }
      let (base, theirs, ours) = (random(), random(), random())
      let choice = round % 2 == 0 ? ConflictChoice.ours : .theirs
      let plan = try ImportFixture(exported: base).read(sheetsOf: theirs, into: ours, settling: choice)
      let side = postings(choice == .ours ? ours : theirs)
      let result = postings(plan.roster)
      #expect(plan.conflicts.isEmpty)
      for conflict in plan.settled {
        settled += 1
        let unit = conflict.posting.unit + " "
        #expect(result.filter { $0.hasPrefix(unit) } == side.filter { $0.hasPrefix(unit) })
        let cell = " \(conflict.posting.beat) \(conflict.posting.shift) "
        #expect(result.filter { $0.contains(cell) } == side.filter { $0.contains(cell) })
      }
    }
    #expect(settled > 50)
  }
}
