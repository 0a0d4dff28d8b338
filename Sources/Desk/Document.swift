import Coverage
import RosterModel

/// The roster that is being worked on, with its coverage.
///
/// What is pending is in it as well as what is recorded. A change costs what it touches, whatever the size of the roster.
struct Document: Sendable {
  /// Everything but the assignments.
  private(set) var base: Roster
  /// Counts the changes of the roster, undoing included; tells whether something derived from it is out of date.
  private(set) var revision: Int
  private var live: LiveRoster
  private let beats: [String: BeatReference]

  /// - Parameter revision: a number that no state derived from another document bears.
  init(_ roster: Roster, revision: Int = 0) {
    self.revision = revision
    live = LiveRoster(roster)
    base = roster
    base.assignments = []
    beats = Dictionary(
      zip(roster.beats.map(\.id), roster.beats.indices.map { BeatReference($0) }),
      uniquingKeysWith: { first, _ in first })
  }

  var settings: RosterSettings { base.settings }
  var frame: RosterFrame { grid.frame }

  /// The assignments and what they cover.
  var grid: CoverageGrid { live.grid }

  var publishedDays: Set<DistrictDay> { live.publishedDays }

  /// The whole roster as it stands, its assignments in no particular order.
  var roster: Roster { live.roster }

  /// The beat of an id; `nil` where no table defines it.
  func beat(_ id: String) -> BeatReference? { beats[id] }

  /// The numbers of the tiles that the shift of an id covers.
  func tiles(ofShift id: String) -> [Int] {
    let shift = settings.shifts.shifts.firstIndex { $0.id == id }
    return shift.map { settings.shifts.tileNumbers[$0] } ?? []
  }

  /// The first published day of a district on which changes have a unit stand otherwise; `nil` where there is none.
  ///
  /// Notes and locks are no change.
  func publishedDay(touchedBy changes: [RowChange]) -> DistrictDay? {
    for case .posting(let change) in changes where change.isAdded || change.isRemoved {
      guard let beat = beats[change.posting.beat], let district = base.district(of: base.beats[beat.index].place) else {
        continue
      }
      let day = DistrictDay(district: district, day: change.posting.day)
      if publishedDays.contains(day) { return day }
    }
    return nil
  }

  /// The postings that changes add or take away although their shifts have begun at an instant.
  func worked(changedBy changes: [RowChange], at instant: Int) -> [PostingName] {
    var grid = grid
    grid.now = instant
    return grid.worked(changedBy: changes)
  }

  /// The changes that a step of edits makes.
  func changes(_ step: EditStep) -> [RowChange] { [RowChange](step, in: base) }

  /// What makes the roster say what recorded changes would have made it say.
  func changes(doingAgain conflicts: [ReplayConflict]) -> [RowChange] { live.changes(doingAgain: conflicts) }

  /// Makes changes: all of them, or none.
  ///
  /// - Throws: `UnappliedChange` where the roster does not hold what they change.
  mutating func apply(_ changes: [RowChange]) throws(UnappliedChange) {
    try live.apply(changes)
    follow()
  }

  /// Makes what still can be made of an entry's changes.
  mutating func replay(_ entry: JournalEntry) {
    live.replay(entry)
    follow()
  }

  private mutating func follow() {
    revision += 1
    base = live.roster
    base.assignments = []
  }
}

extension Document {
  /// Columns of the grid: the tiles of all duty days of the period.
  var columns: Int { frame.days * frame.tiles }

  /// The duty day of a column.
  func day(ofColumn column: Int) -> Day { frame.day(column / max(1, frame.tiles)) }
  /// The tile number of a column.
  func tile(ofColumn column: Int) -> Int { column % max(1, frame.tiles) }
  /// The column of a tile of a duty day; `nil` outside the period.
  func column(_ day: Day, tile: Int) -> Int? { frame.offset(of: day).map { $0 * frame.tiles + tile } }

  /// What a beat's cell has against the squares that ask for units at this beat alone.
  ///
  /// What it lacks is what `CoverageGrid.lacking` says; want is the larger of what squares of no force or skill ask for and
  /// of what those by force ask for together.
  func tally(beat: BeatReference, day: Day, tile: Int) -> Tally {
    var any = Tally()
    var byForce = Tally()
    var bySkill = Tally()
    for line in frame.plan.lines(of: .beat(beat)) {
      guard let state = grid.state(line: line, day: day, tile: tile) else { continue }
      let square = Tally(state)
      let asked = frame.plan.lines[line]
      if !asked.skill.isEmpty {
        bySkill.formMaximum(square)
      } else if asked.force == nil {
        any.formMaximum(square)
      } else {
        byForce += square
      }
    }
    any.formMaximum(byForce)
    any.formMaximum(bySkill)
    any.have = grid.count(beat: beat, day: day, tile: tile)
    return any
  }

  /// What a line of demand has against its square; `nil` where no row asks for anything.
  func tally(demand line: Int, day: Day, tile: Int) -> Tally? {
    grid.state(line: line, day: day, tile: tile).map { Tally($0) }
  }
}

extension Tally {
  init(_ state: SquareState) {
    self.init(
      have: state.have, minimum: state.square.minimum, target: state.square.target, maximum: state.square.maximum)
  }

  /// The larger of both in every figure.
  fileprivate mutating func formMaximum(_ other: Tally) {
    minimum = max(minimum, other.minimum)
    target = max(target, other.target)
    gap = max(gap, other.gap)
    shortfall = max(shortfall, other.shortfall)
    surplus = max(surplus, other.surplus)
  }
}

extension Document {
  /// The hard rules that a posting would break, in words; `leaving` is a posting taken away at the same time.
  func objections(to posting: Assignment, leaving: Assignment? = nil) -> [String] {
    grid.breaks(of: posting, leaving: leaving).filter(\.isHard).map(\.message)
  }

  /// What edits would do together.
  func judgement(of edits: [Edit]) -> Judgement {
    var grid = grid
    var judge = Judge(frame)
    return judge.judgement(of: edits, on: &grid)
  }

  /// The hard rules that a posting breaks where it stands, in words.
  func objections(toStanding posting: Assignment) -> [String] {
    grid.breaks(madeBy: posting).filter(\.isHard).map(\.message)
  }

  /// The shifts in which a unit could stand in a tile, the tile itself first.
  func shifts(of unit: UnitReference, covering tile: Int) -> [ShiftReference] {
    let regime = base.units[unit.index].regime
    guard regime.isKnown else { return [] }
    let own = settings.shifts.tiles[tile]
    return settings.regimes[regime.index].shifts
      .filter { $0.isKnown && settings.shifts.tileNumbers[$0.index].contains(tile) }
      .sorted { ($0 == own ? 0 : 1, $0.raw) < ($1 == own ? 0 : 1, $1.raw) }
  }

  /// The shift in which a unit that is moved stands in a tile: the one it has if that covers it, else its first.
  func shift(like shift: ShiftReference, of unit: UnitReference, covering tile: Int) -> ShiftReference? {
    guard unit.isKnown else { return nil }
    if shift.isKnown, settings.shifts.tileNumbers[shift.index].contains(tile) { return shift }
    return shifts(of: unit, covering: tile).first
  }
}

/// The duty day and the tile of an instant.
struct DutyMoment: Hashable, Sendable {
  let day: Day
  let tile: Int

  /// The duty moment of an instant in minutes since 1970-01-01 00:00 UTC.
  ///
  /// Before the day's first tile begins it is still the duty day before.
  init(at instant: Int, _ settings: RosterSettings) {
    let day = settings.dutyDay(at: instant)
    let tiles = settings.shifts.tiles
    self.day = day
    tile = tiles.indices.last { settings.interval(day, tiles[$0]).lowerBound <= instant } ?? 0
  }
}
