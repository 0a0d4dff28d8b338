import RosterModel
import Testing

@testable import Coverage

@Suite("What a step breaks")
struct JudgementTests {
  private func rules(_ city: CityFixture, _ edits: [Edit]) -> [String] {
    city.grid.findings(madeBy: EditStep(name: "", edits: edits)).filter { $0.severity == .error }.map(\.rule.id)
  }

  private func posting(
    _ city: CityFixture, _ unit: UnitReference, _ offset: Int, _ shift: ShiftReference = CityFixture.a,
    _ beat: BeatReference = CityFixture.y1Post
  ) -> Assignment {
    Assignment(day: city.day(offset), shift: shift, beat: beat, unit: unit)
  }

  @Test("a posting of a unit that is free that day breaks what legality says", arguments: 0..<6, [false, true])
  func asLegality(seed: Int, varies: Bool) {
    var random = SeededRandom(seed: UInt64(7000 + seed))
    var city = RandomCity.make(&random)
    if varies { RandomCity.varySeverities(of: &city, &random) }
    let grid = CoverageGrid(city.roster)
    for _ in 0..<120 {
      let posting = posting(
        city, UnitReference(Int.random(in: 0..<8, using: &random)), Int.random(in: 0..<7, using: &random),
        ShiftReference(Int.random(in: 0..<5, using: &random)), BeatReference(Int.random(in: 0..<4, using: &random)))
      // What its other postings of the day break already is not broken anew.
      guard !grid.assignments(of: posting.unit).contains(where: { $0.day == posting.day }) else { continue }
      let reasons = grid.breaks(of: posting)
      let found = grid.findings(madeBy: EditStep(name: "", edits: [.add(posting)])).filter { $0.severity == .error }
      #expect(Set(found.map(\.rule.id)) == Set(reasons.filter(\.isHard).map(\.rule.id)), "\(posting)")
    }
  }

  @Test("whatever a step breaks, the validator finds afterwards", arguments: 0..<6)
  func asValidator(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(8000 + seed))
    var city = RandomCity.make(&random)
    for _ in 0..<30 {
      let edits = [RandomCity.edit(city, &random)]
      var after = city.roster
      do { try after.apply(EditStep(name: "", edits: edits)) } catch { continue }
      let found = city.grid.findings(madeBy: EditStep(name: "", edits: edits))
      let all = Set(Validator.findings(in: after).map { "\($0.rule.id) \($0.subject) \($0.message)" })
      for finding in found { #expect(all.contains("\(finding.rule.id) \(finding.subject) \(finding.message)")) }
      city.roster = after
    }
  }

  @Test("taking a day out of a run that is too long breaks nothing")
  func shorterRun() {
    var city = CityFixture()
    city.regime { $0.maxConsecutiveDays = 2 }
    let unit = city.unit("u")
    for offset in 0..<6 { city.post(unit, offset, CityFixture.a) }
    for posting in city.roster.assignments { #expect(rules(city, [.remove(posting)]).isEmpty) }
  }

  @Test("taking a posting away may leave too few days off in a row")
  func singleDayOff() {
    var city = CityFixture()
    city.regime { $0.minConsecutiveDaysOff = 2 }
    let unit = city.unit("u")
    for offset in 0..<5 { city.post(unit, offset, CityFixture.a) }
    #expect(rules(city, [.remove(city.roster.assignments[2])]) == ["RST006"])
  }

  @Test("taking the escort away, or marking it absent, breaks the escort of who stays")
  func escort() {
    var city = CityFixture()
    let officer = city.unit("p")
    let volunteer = city.unit("v", .volunteer)
    city.post(officer, 0, CityFixture.b)
    city.post(volunteer, 0, CityFixture.b)
    #expect(rules(city, [.remove(city.roster.assignments[0])]) == ["MIX003"])
    let absence = Absence(unit: officer, days: .day(city.day(0)), reason: .sick)
    #expect(rules(city, [.addAbsence(absence)]) == ["ABS001", "MIX003"])
    let second = city.unit("q")
    #expect(
      rules(city, [.remove(city.roster.assignments[0]), .add(posting(city, second, 0, CityFixture.b))]).isEmpty)
  }

  @Test("an escort who comes to too many volunteers makes it better, not worse")
  func betterEscort() {
    var city = CityFixture()
    for id in ["v", "w", "x"] { city.post(city.unit(id, .volunteer), 0, CityFixture.b) }
    let officer = city.unit("p")
    #expect(rules(city, [.add(posting(city, officer, 0, CityFixture.b))]).isEmpty)
  }

  @Test("a move that trades one double booking for another is held against it")
  func trade() {
    var city = CityFixture()
    let unit = city.unit("u")
    for offset in [0, 0, 3] {
      city.post(unit, offset, CityFixture.a, offset == 0 ? CityFixture.y1Post : CityFixture.y1Route)
    }
    city.roster.assignments[1].beat = CityFixture.y1Route
    let moved = posting(city, unit, 3)
    #expect(rules(city, [.replace(city.roster.assignments[1], with: moved)]) == ["DUP001"])
  }

  @Test("what a waiver accepts is no reason against a step")
  func waived() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.a)
    let second = posting(city, unit, 0, CityFixture.b)
    #expect(rules(city, [.add(second)]) == ["DUP002"])
    city.roster.waivers = [
      Waiver(
        rule: "DUP002", subject: "unit:u/2026-11-30/B", firstDay: city.day(0), lastDay: city.day(0), reason: "", by: "")
    ]
    #expect(rules(city, [.add(second)]).isEmpty)
  }

  @Test("a published day is changed by who stands where, not by locks and notes")
  func published() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.a)
    city.roster.publications = [
      Publication(district: DistrictReference(0), day: city.day(0), at: "", by: ""),
      Publication(district: DistrictReference(0), day: city.day(1), at: "", by: ""),
    ]
    func changed(_ edits: [Edit]) -> [Day] {
      city.grid.publications(changedBy: EditStep(name: "", edits: edits)).map(\.day)
    }
    let posted = city.roster.assignments[0]
    var locked = posted
    locked.isLocked = true
    #expect(changed([.replace(posted, with: locked)]).isEmpty)
    #expect(changed([.remove(posted)]) == [city.day(0)])
    #expect(changed([.replace(posted, with: posting(city, unit, 1))]) == [city.day(0), city.day(1)])
    #expect(changed([.add(posting(city, unit, 2))]).isEmpty)
  }
}
