import Coverage
import RosterModel
import Sheets
import Tables
import Testing

@Suite("Merging a sheet with a roster that has changed meanwhile")
struct ImportMergeTests {
  private var fixture = SheetsFixture()

  init() {
    fixture.post(0, to: 0, "A")
    fixture.post(1, to: 1, "A", note: "one")
  }

  /// Reads back the sheets of what a person made of the export, into what the roster has become.
  private func merge(_ sheet: (inout SheetsFixture) -> Void, _ roster: (inout SheetsFixture) -> Void) throws
    -> ImportPlan
  {
    var theirs = fixture
    var ours = fixture
    sheet(&theirs)
    roster(&ours)
    return try ImportFixture(exported: fixture.roster).read(sheetsOf: theirs.roster, into: ours.roster)
  }

  private func move(_ number: Int, to beat: Int) -> (inout SheetsFixture) -> Void {
    { $0.roster.assignments[number].beat = BeatReference(beat) }
  }

  @Test("changes in other cells, of other units, are both kept")
  func independent() throws {
    let plan = try merge({ $0.post(2, to: 0, "A", on: SheetsFixture.day.advanced(by: 1)) }, { $0.post(3, to: 2, "C") })
    #expect(plan.conflicts.isEmpty)
    #expect(plan.roster.assignments.count == 4)
  }

  @Test("the same change on both sides is none")
  func same() throws {
    let plan = try merge(move(0, to: 2), move(0, to: 2))
    #expect(plan.conflicts.isEmpty && plan.step.edits.isEmpty)
  }

  @Test("status and note of one posting are merged each by itself")
  func remarks() throws {
    let plan = try merge(
      { $0.roster.assignments[1].isLocked = true }, { $0.roster.assignments[1].note = $0.roster.note("two") })
    #expect(plan.conflicts.isEmpty)
    let posting = plan.roster.assignments[1]
    #expect(posting.isLocked && plan.roster.text(posting.note) == "two")
    let both = try merge(
      { $0.roster.assignments[1].note = $0.roster.note("three") },
      { $0.roster.assignments[1].note = $0.roster.note("two") })
    #expect(both.conflicts.count == 1 && both.roster.assignments.count == 2)
    #expect(both.conflicts[0].message.contains("note 'three'") && both.conflicts[0].message.contains("note 'two'"))
  }

  @Test("a cell whose unit both sides have replaced by another is a conflict, and nothing is applied")
  func cell() throws {
    let plan = try merge(
      { $0.roster.assignments[0].unit = UnitReference(2) }, { $0.roster.assignments[0].unit = UnitReference(3) })
    #expect(plan.conflicts.count == 1 && plan.step.edits.isEmpty)
    #expect(plan.conflicts[0].theirs == "posts u3 to y1-b01 A")
    #expect(plan.conflicts[0].ours == "the roster posts u4 to y1-b01 A")
    #expect(plan.conflicts[0].place == "y1_2026-12-05_A.csv:2:\(plan.conflicts[0].column ?? 0)")
  }

  @Test("a unit that both sides have posted elsewhere is a conflict, though no cell is")
  func unit() throws {
    let plan = try merge({ $0.post(2, to: 0, "A") }, { $0.post(2, to: 2, "C") })
    #expect(plan.conflicts.map(\.theirs) == ["posts u3 to y1-b01 A"])
    #expect(try merge(move(0, to: 2), move(0, to: 3)).conflicts.count == 1)
  }

  @Test("a posting that one side has taken away and the other has remarked is a conflict")
  func removedAndRemarked() throws {
    let gone: (inout SheetsFixture) -> Void = { $0.roster.assignments.remove(at: 1) }
    let noted: (inout SheetsFixture) -> Void = { $0.roster.assignments[1].isLocked = true }
    #expect(try merge(gone, noted).conflicts.count == 1)
    #expect(try merge(noted, gone).conflicts.count == 1)
  }

  @Test("two sheets that say other things of one duty are a conflict")
  func sheetsDisagree() throws {
    var duty = SheetsFixture()
    duty.post(3, to: 3, "D")
    let export = ImportFixture(exported: duty.roster)
    let files = ["A", "B"].map { "yunusobod_2026-12-05_\($0).csv" }
    let texts = zip(files, ["early", "late"]).map { file, note in
      (file, export.text(file).replacing("08:00,08:00,,,", with: "08:00,08:00,\(note),,"))
    }
    let plan = try export.read(Dictionary(uniqueKeysWithValues: texts), into: duty.roster)
    #expect(plan.conflicts.count == 1)
    #expect(plan.conflicts[0].message.contains("note 'early'") && plan.conflicts[0].message.contains("note 'late'"))
  }

  @Test(
    "the sheets of any roster, read back into the one they were made from, make it that roster",
    arguments: CSVDialect.allCases)
  func anyRoster(dialect: CSVDialect) throws {
    let texts = ["=1+1", "-x", "'", "''q", "a;b", "\"", "Сокол, 2", "  x ", "👮🏽‍♀️", "@", "e\u{301}"]
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<60 {
      func random() -> Roster {
        var fixture = SheetsFixture()
        fixture.roster.units[0].callsign = texts.randomElement(using: &generator) ?? ""
        var taken: Set<[Int]> = []
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
          let choice = [Int.random(in: 0...3, using: &generator), Int.random(in: 0...3, using: &generator)]
          let shift = Int.random(in: 0...4, using: &generator)
          guard taken.insert(choice + [shift]).inserted else { continue }
          fixture.post(
            choice[0], to: choice[1], ["A", "B", "C", "D", "E"][shift],
            note: Bool.random(using: &generator) ? texts.randomElement(using: &generator) ?? "" : "",
            isLocked: Bool.random(using: &generator))
        }
        return fixture.roster
      }
      let exported = random()
      var edited = random()
      edited.units = exported.units
      let export = ImportFixture(exported: exported, dialect: dialect)
      let plan = try export.read(sheetsOf: edited, into: exported)
      #expect(plan.problems.isEmpty && plan.conflicts.isEmpty, "\(plan.problems) \(plan.conflicts)")
      #expect(RosterDifference(from: plan.roster, to: edited).isEmpty)
      let again = try export.read(sheetsOf: edited, into: plan.roster)
      #expect(again.step.edits.isEmpty && again.conflicts.isEmpty)
    }
  }

  @Test("what a person changed on one day and the roster on another are both there, and nothing else")
  func twoDays() throws {
    var generator = SeededGenerator(seed: 22)
    let days = [SheetsFixture.day, SheetsFixture.day.advanced(by: 1)]
    for _ in 0..<60 {
      func random(_ day: Day) -> [Assignment] {
        var fixture = SheetsFixture()
        for unit in 0..<4 where Bool.random(using: &generator) {
          let shift = ["A", "B", "C", "D", "E"].randomElement(using: &generator) ?? "A"
          fixture.post(
            unit, to: Int.random(in: 0...3, using: &generator), shift, on: day,
            isLocked: Bool.random(using: &generator))
        }
        return fixture.roster.assignments
      }
      func roster(_ assignments: [Assignment]) -> Roster {
        var roster = SheetsFixture().roster
        roster.assignments = assignments
        return roster
      }
      let base = days.map(random)
      let theirs = random(days[0])
      let ours = random(days[1])
      let plan = try ImportFixture(exported: roster(base[0] + base[1]))
        .read(sheetsOf: roster(theirs + base[1]), into: roster(base[0] + ours))
      #expect(plan.conflicts.isEmpty && plan.problems.isEmpty)
      #expect(RosterDifference(from: plan.roster, to: roster(theirs + ours)).isEmpty)
    }
  }

  @Test("the flat table of any part, edited, is merged as sheets are; rows outside of the part are refused")
  func table() throws {
    let day = SheetsFixture.day
    let selection = try SheetSelection(in: fixture.roster, days: day...day, department: "y1")
    func text(_ roster: Roster) -> (CSVText, TableRecord) {
      let table = FlatTable(roster, grid: CoverageGrid(roster), selection: selection)
      let text = table.csv(dialect: .excel)
      return (text, table.record(of: text, selection: selection))
    }
    var edited = fixture
    edited.roster.assignments[0].unit = UnitReference(3)
    edited.post(2, to: 1, "E", note: "=x")
    let base = text(fixture.roster).1.written
    func plan(_ bytes: [UInt8]) throws -> ImportPlan {
      try ImportPlan(
        [ImportSource(file: "t.csv", extent: .table(selection), bytes: bytes, base: base)], into: fixture.roster)
    }
    let merged = try plan(text(edited.roster).0.bytes)
    #expect(RosterDifference(from: merged.roster, to: edited.roster).isEmpty && merged.step.edits.count == 3)
    var outside = edited
    outside.post(1, to: 2, "B")
    let whole = FlatTable(outside.roster, grid: outside.grid).csv(dialect: .excel).bytes
    #expect(try plan(whole).problems.map(\.message).allSatisfy { $0.contains("outside of what the table") })
    #expect(try plan(whole).problems.count == 1)
  }
}
