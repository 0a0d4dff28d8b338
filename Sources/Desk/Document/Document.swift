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

  /// Which days of which districts are published.
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
