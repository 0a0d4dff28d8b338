import RosterModel

@testable import Coverage

/// A tiny roster with postings, and every plan of it, one schedule a unit.
struct TinyPlans {
  /// The roster as it stands.
  let roster: Roster
  let grid: CoverageGrid
  /// For each unit how often every schedule that a plan may give it counts in each square.
  private let counts: [[[UInt8]]]
  /// For each unit how many changes every schedule makes, a move counted once.
  private let changes: [[Int]]
  private let squares: [Square]

  /// A roster without hard findings, some of its postings locked or published.
  init(_ random: inout SeededRandom) {
    let tiny = TinyCity(&random)
    var roster = tiny.city.roster
    for schedules in tiny.schedules {
      for var posting in random.pick(schedules).postings {
        posting.isLocked = Int.random(in: 0..<5, using: &random) == 0
        roster.assignments.append(posting)
      }
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      roster.publications = [Publication(district: DistrictReference(0), day: tiny.city.day(0), at: "", by: "")]
      roster.published = roster.assignments.filter { $0.day == tiny.city.day(0) }
    }
    let schedules = tiny.schedules.map { own in own.map { ($0.postings, $0.counts) } }
    self.init(roster, tiny.squares, schedules)
  }

  /// A roster of one day in which a unit has one or two postings more than it may have.
  init(wrong random: inout SeededRandom) {
    var tiny = TinyCity(&random)
    while tiny.frame.days > 1 { tiny = TinyCity(&random) }
    var roster = tiny.city.roster
    for schedules in tiny.schedules { roster.assignments += random.pick(schedules).postings }
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      roster.assignments.append(
        Assignment(
          day: tiny.city.day(0), shift: ShiftReference(Int.random(in: 0..<4, using: &random)),
          beat: BeatReference(Int.random(in: 0..<2, using: &random)),
          unit: UnitReference(Int.random(in: roster.units.indices, using: &random))))
    }
    let single = (0..<4).flatMap { shift in
      roster.beats.indices.map { (ShiftReference(shift), BeatReference($0)) }
    }
    let schedules = roster.units.indices.map { unit in
      let postings = single.map {
        Assignment(day: tiny.city.day(0), shift: $0.0, beat: $0.1, unit: UnitReference(unit))
      }
      var all = [[]] + postings.map { [$0] }
      for (position, first) in postings.enumerated() { all += postings[position...].map { [first, $0] } }
      let before = Self.errors(roster.assignments.filter { $0.unit.index == unit }, roster, tiny.frame)
      return all.filter { Self.errors($0, roster, tiny.frame).isSubset(of: before) }.map { postings in
        let counts = tiny.squares.map { square in
          UInt8(postings.count { RandomCity.matches($0, tiny.frame.plan.lines[square.line], square, roster) })
        }
        return (postings, counts)
      }
    }
    self.init(roster, tiny.squares, schedules)
  }

  private init(_ roster: Roster, _ squares: [Square], _ schedules: [[(postings: [Assignment], counts: [UInt8])]]) {
    self.roster = roster
    self.squares = squares
    grid = CoverageGrid(roster)
    let open = schedules.enumerated().map { unit, own in
      let fixed = roster.assignments.filter { $0.unit.index == unit && Self.isFixed($0, roster) }
      return own.filter { schedule in
        fixed.allSatisfy { posting in schedule.postings.contains { $0.isSamePosting(as: posting) } }
          && schedule.postings.allSatisfy { posting in
            !Self.isPublished(posting, roster) || fixed.contains { $0.isSamePosting(as: posting) }
          }
      }
    }
    counts = open.map { $0.map(\.counts) }
    changes = open.enumerated().map { unit, own in
      let standing = roster.assignments.filter { $0.unit.index == unit }
      return own.map { schedule in
        let taken = standing.count { old in !schedule.postings.contains { $0.isSamePosting(as: old) } }
        let made = schedule.postings.count { new in !standing.contains { $0.isSamePosting(as: new) } }
        return max(taken, made)
      }
    }
  }

  /// The fewest changes with which all squares have what a repair gives them of their minima, and none has less of it than
  /// it had; `nil` where no plan does that.
  func fewestChanges(closing repair: Repair) -> Int? {
    var after = grid
    for edit in repair.edits { after.apply(edit) }
    let wanted = squares.map { UInt8(min($0.minimum, after.state($0.index)?.have ?? 0)) }
    var reached: [[UInt8]: Int] = [[UInt8](repeating: 0, count: wanted.count): 0]
    for (own, costs) in zip(counts, changes) {
      var next: [[UInt8]: Int] = [:]
      for (before, spent) in reached {
        for (more, cost) in zip(own, costs) {
          let key = wanted.indices.map { min(wanted[$0], before[$0] + more[$0]) }
          next[key] = min(next[key] ?? .max, spent + cost)
        }
      }
      reached = next
    }
    return reached[wanted]
  }

  private static func isFixed(_ posting: Assignment, _ roster: Roster) -> Bool {
    posting.isLocked || isPublished(posting, roster)
  }

  private static func isPublished(_ posting: Assignment, _ roster: Roster) -> Bool {
    roster.publications.contains { $0.day == posting.day && roster.district(of: .beat(posting.beat)) == $0.district }
  }

  /// The errors of rules about units that postings alone give, each by rule and subject.
  static func errors(_ postings: [Assignment], _ roster: Roster, _ frame: RosterFrame) -> Set<String> {
    var alone = roster
    alone.assignments = postings
    var options = ValidationOptions()
    options.select = ["MIX", "RST", "DUP", "ABS", "RCH"]
    return Set(
      Validator.validate(CoverageGrid(alone, frame: frame), options: options).findings
        .filter { $0.severity == .error }.map { "\($0.rule.id) \($0.subject)" })
  }

  /// Whether some plan fills a square to its minimum and leaves no other with more of a gap than it has.
  func canFill(_ asked: Square) -> Bool {
    let wanted = squares.map { square in
      square == asked
        ? UInt8(square.minimum) : UInt8(min(square.minimum, grid.state(square.index)?.have ?? 0))
    }
    var reached: Set<[UInt8]> = [[UInt8](repeating: 0, count: wanted.count)]
    for own in counts {
      let distinct = Set(own)
      reached = Set(
        reached.flatMap { before in
          distinct.map { more in wanted.indices.map { min(wanted[$0], before[$0] + more[$0]) } }
        })
    }
    return reached.contains(wanted)
  }

  /// The squares with a gap, each with the question about it alone.
  var gaps: [(state: SquareState, question: CellQuestion)] {
    grid.gaps().map { state in
      let line = grid.frame.plan.lines[state.square.line]
      return (
        state,
        CellQuestion(
          place: line.place, day: state.square.day, tile: state.square.tile,
          force: line.force.map { .force($0) } ?? .none, skill: line.skill)
      )
    }
  }
}
