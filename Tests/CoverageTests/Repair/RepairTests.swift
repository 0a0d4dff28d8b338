import RosterModel
import Testing

@testable import Coverage

@Suite("Repair of a running roster")
struct RepairTests {
  private static let monday = CityFixture.date("2026-11-30")

  private func city(_ units: Int = 3, minimum: Int = 1) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    for number in 0..<units { city.unit("u\(number)", .police, home: .department(DepartmentReference(0))) }
    city.demand(.beat(BeatReference(0)), shift: CityFixture.a, force: .police, minimum: minimum)
    return city
  }

  private func repair(_ city: CityFixture, now: Int? = nil, _ change: (inout RepairWish) -> Void = { _ in }) -> Repair {
    var wish = RepairWish()
    change(&wish)
    var grid = CoverageGrid(city.roster)
    grid.now = now
    return grid.repair(wish, rounds: 50) { false }
  }

  @Test("a unit that is free comes, and no repair has fewer changes")
  func free() {
    let repair = repair(city()) { $0.days = Self.monday...Self.monday }
    #expect(repair.count == 1)
    #expect(repair.isProven)
    #expect(repair.left.isEmpty)
    #expect(repair.changes.allSatisfy { if case .comes = $0 { true } else { false } })
  }

  @Test("several days of one place are taken by one unit, not by three")
  func fewestUnits() {
    let repair = repair(city(6)) { $0.days = Self.monday...Self.monday.advanced(by: 2) }
    #expect(repair.count == 3)
    #expect(repair.units.count == 1)
  }

  @Test("what has begun, is locked or published stays, and nobody is sent into a shift that has begun")
  func firm() {
    var city = city(2)
    let day = Self.monday
    city.roster.assignments = [
      Assignment(day: day, shift: CityFixture.a, beat: BeatReference(1), unit: UnitReference(0)),
      Assignment(day: day, shift: CityFixture.a, beat: BeatReference(1), unit: UnitReference(1)),
    ]
    city.roster.assignments[0].isLocked = true
    let begins = city.roster.settings.interval(day, CityFixture.a).lowerBound
    let only = { (wish: inout RepairWish) in wish.days = day...day }
    #expect(
      repair(city, now: begins - 1, only).edits == [
        .remove(city.roster.assignments[1]),
        .add(Assignment(day: day, shift: CityFixture.a, beat: BeatReference(0), unit: UnitReference(1))),
      ])
    #expect(repair(city, now: begins, only).edits.isEmpty)
    city.roster.publications = [Publication(district: DistrictReference(0), day: day, at: "", by: "")]
    #expect(repair(city, now: begins - 1, only).edits.isEmpty)
    #expect(
      repair(city, now: begins - 1) {
        only(&$0); $0.changesPublished = true
      }.count == 1)
  }

  @Test("no more changes are made than may be")
  func mostChanges() {
    let repair = repair(city()) { $0.mostChanges = 2 }
    #expect(repair.count == 2)
    #expect(!repair.left.isEmpty)
  }

  @Test("only the units that are named are changed")
  func units() {
    let repair = repair(city()) { $0.units = [UnitReference(2)] }
    #expect(repair.units == [UnitReference(2)])
  }

  @Test("edits of a unit are paired as a person says them")
  func pairs() {
    let day = Self.monday
    func posting(_ unit: Int, _ beat: Int, _ offset: Int = 0) -> Assignment {
      Assignment(
        day: day.advanced(by: offset), shift: CityFixture.a, beat: BeatReference(beat), unit: UnitReference(unit))
    }
    let exchange: [Edit] = [
      .remove(posting(0, 0)), .remove(posting(1, 1)), .add(posting(0, 1)), .add(posting(1, 0)),
    ]
    #expect(
      PairedChange.pairs(exchange) == [
        .exchange(UnitReference(0), UnitReference(1), [posting(0, 0), posting(1, 1)])
      ])
    #expect(
      PairedChange.pairs([.remove(posting(0, 0, 2)), .add(posting(0, 1))])
        == [.moves(from: posting(0, 0, 2), to: posting(0, 1))])
    #expect(PairedChange.pairs([.remove(posting(0, 0))]) == [.givenBack(posting(0, 0))])
    #expect(PairedChange.pairs([.add(posting(0, 0))]) == [.comes(posting(0, 0))])
  }
}

@Suite("Repair, held against random rosters")
struct RepairPropertyTests {
  @Test("a repair opens no gap, makes no new error, leaves what stands firm, and is the same again")
  func sound() throws {
    var random = SeededRandom(seed: 21)
    var closed = 0
    for round in 0..<16 {
      let city = RichCity.make(&random)
      var wish = RepairWish()
      wish.level = random.pick([.minimum, .target])
      wish.changesPublished = random.pick([false, true])
      var grid = CoverageGrid(city.roster)
      grid.now = random.pick([nil, city.roster.settings.interval(city.day(2), CityFixture.b).lowerBound])
      let repair = grid.repair(wish, seed: 3, rounds: 5) { false }
      #expect(grid.repair(wish, seed: 3, rounds: 5) { false }.edits == repair.edits, "round \(round)")
      #expect(repair.bound <= repair.count, "round \(round)")
      var roster = city.roster
      try roster.apply(EditStep(name: "repair", edits: repair.edits))
      let after = CoverageGrid(roster, frame: grid.frame)
      grid.forEachSquare { before in
        let gap = after.state(before.square.index)?.gap ?? 0
        #expect(gap <= before.gap, "round \(round)")
        closed += before.gap - gap
      }
      let (were, are) = (errors(grid), errors(after))
      for (offender, count) in are { #expect(count <= were[offender] ?? 0, "round \(round): \(offender)") }
      let firm = FirmPostings(grid, yieldsPublished: wish.changesPublished)
      for edit in repair.edits {
        switch edit {
        case .remove(let posting): #expect(firm.mayMove(posting), "round \(round)")
        case .add(let posting):
          let offset = try #require(grid.frame.offset(of: posting.day))
          #expect(firm.mayCome(to: posting.beat.index, offset, shift: posting.shift.index), "round \(round)")
        default: Issue.record("a repair edits postings only: round \(round)")
        }
      }
    }
    // Else nothing was looked at.
    #expect(closed > 12)
  }

  @Test("every set of fewer changes than the bound leaves something open")
  func bound() throws {
    var random = SeededRandom(seed: 5)
    var tight = 0
    for round in 0..<12 {
      let tiny = TinyPlans(&random)
      let repair = tiny.grid.repair(RepairWish(), rounds: 20) { false }
      let fewest = tiny.fewestChanges(closing: repair)
      if let fewest { #expect(repair.bound <= fewest, "round \(round)") }
      if repair.isProven, repair.count > 0 { tight += 1 }
    }
    #expect(tight >= 3)
  }

  /// How many errors each unit and cell makes of each rule; a break moves from day to day as postings come and go.
  private func errors(_ grid: CoverageGrid) -> [String: Int] {
    let found = Validator.validate(grid).findings.filter {
      $0.severity == .error && !["COV", "PUB", "FMT"].contains($0.rule.family)
    }
    return Dictionary(
      found.map { finding in
        if case .unit(let unit, _, _) = finding.subject { return ("\(finding.rule.id) \(unit)", 1) }
        // An escort who comes where several lack one makes it another rule that is broken, and less so.
        let rule = ["MIX003", "MIX004"].contains(finding.rule.id) ? "escort" : finding.rule.id
        return ("\(rule) \(finding.subject)", 1)
      }, uniquingKeysWith: +)
  }
}
