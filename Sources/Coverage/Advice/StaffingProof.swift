import RosterModel

/// A proof that no plan fills a square without leaving another of its day emptier than it is, or at all.
///
/// Hall's condition turned round: the squares want more units than the units that could stand in any of them can give.
/// No unit counts in two of the squares at once, and every unit that could stand in one of them is listed; so whoever
/// adds up the two columns has checked it. What the units do on other days is not looked at, save postings that no plan
/// changes: history, locked and published ones.
///
/// Source: P. Hall, On Representatives of Subsets, 1935; the set is the minimum cut of a maximum flow (Ford and
/// Fulkerson, 1956).
public struct StaffingProof: Hashable, Sendable {
  /// A square of the set and how many units it wants.
  public struct Want: Hashable, Sendable {
    /// The square.
    public var square: Square
    /// What it is to have: of the square asked about all that it wants, of the others what they have now of their
    /// minimum.
    public var units: Int
  }

  /// A unit that could stand in some square of the set.
  public struct Supply: Hashable, Sendable {
    /// The unit.
    public var unit: UnitReference
    /// In how many of the squares it can count on that day, at the most.
    public var most: Int
  }

  /// The square that cannot be filled.
  public var asked: Square
  /// How far it was to be filled.
  public var level: CellLack.Level
  /// The set, by number; the square that cannot be filled is among them.
  public var wants: [Want]
  /// The units that could stand in some square of the set, by number.
  public var supplies: [Supply]

  /// How many units the squares want together.
  public var wanted: Int { wants.reduce(0) { $0 + $1.units } }

  /// How many of them the units can give together.
  public var possible: Int { supplies.reduce(0) { $0 + $1.most } }

  /// Whether the square cannot be filled whatever else is left empty.
  public var isWhateverElse: Bool { wants.count == 1 }
}

extension StaffingProof {
  /// What a check of a proof finds wrong.
  public enum Fault: Hashable, Sendable {
    /// The set does not hold the square asked about, or asks more of it than it wants.
    case notAboutTheSquare
    /// A square is not one of the day, or is to hold more than it holds now of its minimum.
    case wantsTooMuch(Square)
    /// A posting could count in both squares.
    case squaresOverlap(Square, Square)
    /// The unit could stand in more of the squares than the proof says.
    case unitCouldDoMore(UnitReference)
    /// The units could give what the squares want.
    case enoughUnits
    /// No rule that is an error everywhere keeps a unit from standing twice in one shift.
    case unitsMayStandTwice
  }

  /// Checks the proof against the roster, by plain counting and by the reasons that the desk gives against a posting;
  /// it shares nothing with the search that found it.
  ///
  /// O(units × squares × beats × shifts): for tests, and for whoever doubts.
  ///
  /// - Returns: what is wrong; empty where the proof holds.
  public func faults(in roster: Roster) -> [Fault] {
    let check = ProofCheck(roster, day: asked.day)
    var faults: [Fault] = check.binds("unit-twice-in-a-shift") ? [] : [.unitsMayStandTwice]
    if !wants.contains(where: { $0.square == asked && $0.units <= (level == .minimum ? asked.minimum : asked.target) })
    {
      faults.append(.notAboutTheSquare)
    }
    for want in wants where want.square != asked {
      let state = check.grid.state(want.square.index)
      if want.square.day != asked.day || state?.square != want.square
        || want.units > min(state?.have ?? 0, want.square.minimum)
      {
        faults.append(.wantsTooMuch(want.square))
      }
    }
    let squares = wants.map(\.square)
    for (position, first) in squares.enumerated() {
      for second in squares[(position + 1)...] where check.overlap(first, second) {
        faults.append(.squaresOverlap(first, second))
      }
    }
    let listed = Dictionary(supplies.map { ($0.unit, $0.most) }) { max($0, $1) }
    for unit in roster.units.indices.map({ UnitReference($0) }) {
      if check.most(of: unit, in: squares) > listed[unit] ?? 0 { faults.append(.unitCouldDoMore(unit)) }
    }
    if wanted <= possible { faults.append(.enoughUnits) }
    return faults
  }
}

/// Whether and where units could stand on a day, asked of the rules one posting at a time.
private struct ProofCheck {
  let grid: CoverageGrid
  private let fixed: CoverageGrid
  private let roster: Roster
  private let day: Day
  private let isWrong: [Bool]
  private let standsWrong: [Bool]

  init(_ roster: Roster, day: Day) {
    self.roster = roster
    self.day = day
    grid = CoverageGrid(roster)
    let isPublished = { (assignment: Assignment) in
      roster.publications.contains {
        $0.day == assignment.day && $0.district == roster.district(of: .beat(assignment.beat))
      }
    }
    var standing = roster
    standing.assignments = roster.assignments.filter {
      $0.isLocked || $0.day < roster.settings.firstDay || isPublished($0)
    }
    fixed = CoverageGrid(standing, frame: grid.frame)
    var wrong = [Bool](repeating: false, count: roster.units.count)
    var standsWrong = wrong
    var options = ValidationOptions()
    options.select = ["MIX", "RST", "DUP", "ABS", "RCH"]
    for finding in Validator.validate(grid, options: options).findings where finding.severity == .error {
      guard case .unit(let id, let found, _) = finding.subject,
        let unit = roster.units.firstIndex(where: { $0.id == id })
      else { continue }
      if !["MIX", "RCH"].contains(finding.rule.family) {
        wrong[unit] = true
      } else if found == day {
        standsWrong[unit] = true
      }
    }
    self.standsWrong = standsWrong
    isWrong = wrong
  }

  /// Whether one posting could count in both.
  func overlap(_ first: Square, _ second: Square) -> Bool {
    guard first.tile == second.tile, first.day == second.day else { return false }
    let (one, other) = (grid.frame.plan.lines[first.line], grid.frame.plan.lines[second.line])
    if let force = one.force, let otherForce = other.force, force != otherForce { return false }
    return roster.beats.indices.contains { beat in
      let counting = grid.lines(counting: BeatReference(beat))
      return counting.contains(first.line) && counting.contains(second.line)
    }
  }

  /// In how many of the squares a unit could count at once.
  func most(of unit: UnitReference, in squares: [Square]) -> Int {
    var ofShift: [Int] = []
    var tiles: Set<Int> = []
    let own = grid.assignments(of: unit).filter { $0.day == day }
    for (shift, covered) in roster.settings.shifts.tileNumbers.enumerated() {
      let open = Set(
        squares.filter { covered.contains($0.tile) && couldCount(unit, ShiftReference(shift), in: $0, own) }.map(\.tile)
      )
      ofShift.append(open.count)
      tiles.formUnion(open)
    }
    if isWrong[unit.index] { return own.count > 1 && !tiles.isEmpty ? Int.max : tiles.count }
    return binds("unit-twice-in-a-day") ? ofShift.max() ?? 0 : tiles.count
  }

  private func couldCount(_ unit: UnitReference, _ shift: ShiftReference, in square: Square, _ own: [Assignment])
    -> Bool
  {
    guard !grid.isAbsent(unit, day: day, shift: shift) else { return false }
    return roster.beats.indices.contains { beat in
      let beat = BeatReference(beat)
      guard grid.lines(for: unit, on: beat).contains(square.line) else { return false }
      let posting = Assignment(day: day, shift: shift, beat: beat, unit: unit)
      if own.contains(where: posting.isSamePosting) { return true }
      let isPublished = roster.publications.contains {
        $0.day == day && $0.district == roster.district(of: .beat(beat))
      }
      if isPublished { return false }
      // A unit that breaks a rule already may go on doing so.
      return !fixed.breaks(of: posting).contains { reason in
        if reason.isWaived { return false }
        let mayGoOn = ["MIX", "RCH"].contains(reason.rule.family) ? standsWrong : isWrong
        return !mayGoOn[unit.index] && binds(reason.rule.name)
      }
    }
  }

  /// Whether a rule about a unit is an error everywhere, and no further posting heals what it finds.
  func binds(_ name: String) -> Bool {
    let healable = [
      "too-few-days-off-in-a-row", "under-hours", "volunteer-without-escort", "too-many-volunteers-per-escort",
    ]
    guard !healable.contains(name), let rule = RuleCatalogue.all.first(where: { $0.name == name }) else { return false }
    let setting = roster.settings.rules[rule.name] ?? roster.settings.rules[rule.id]
    return grid.frame.policy.severity(of: rule) == .error && setting?.overrides.contains { $0.severity != nil } != true
  }
}
