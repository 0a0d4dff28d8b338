import Coverage
import RosterModel

/// The roster that is being worked on, with its coverage.
///
/// What is pending is in it as well as what is recorded. A change costs what it touches, whatever the size of the roster.
struct Document: Sendable {
  /// Everything but the assignments.
  private(set) var base: Roster
  /// The assignments and what they cover.
  private(set) var grid: CoverageGrid
  /// Counts the changes of the roster, undoing included; tells whether something derived from it is out of date.
  private(set) var revision: Int
  /// Which days of which districts are published.
  private(set) var publishedDays: Set<DistrictDay>
  private var replay: RosterReplay
  private let beats: [String: BeatReference]

  /// - Parameter revision: a number that no state derived from another document bears.
  init(_ roster: Roster, revision: Int = 0) {
    self.revision = revision
    grid = CoverageGrid(roster)
    base = roster
    base.assignments = []
    replay = RosterReplay(roster)
    publishedDays = Self.publishedDays(in: roster)
    beats = Dictionary(
      zip(roster.beats.map(\.id), roster.beats.indices.map { BeatReference($0) }),
      uniquingKeysWith: { first, _ in first })
  }

  var settings: RosterSettings { base.settings }
  var frame: RosterFrame { grid.frame }

  /// The whole roster as it stands, its assignments in no particular order.
  var roster: Roster { replay.roster }

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

  /// Makes changes: all of them, or none.
  ///
  /// - Throws: `UnappliedChange` where the roster does not hold what they change.
  mutating func apply(_ changes: [RowChange]) throws(UnappliedChange) {
    let edits = try replay.apply(changes)
    follow(edits, isFrameOld: edits.contains(where: \.isOfPublication))
  }

  /// Makes what still can be made of an entry's changes.
  mutating func replay(_ entry: JournalEntry) {
    _ = replay.replay(entry)
    follow([], isFrameOld: true)
  }

  /// Brings what is derived from the roster up to date after edits; all of it anew where the grid's frame, which holds
  /// what does not change, is out of date.
  private mutating func follow(_ edits: [Edit], isFrameOld: Bool) {
    revision += 1
    let isNewID = base.strays.count != replay.roster.strays.count
    base = replay.roster
    base.assignments = []
    if isFrameOld || isNewID {
      grid = CoverageGrid(replay.roster)
      publishedDays = Self.publishedDays(in: base)
    } else {
      for edit in edits { grid.apply(edit) }
    }
  }

  private static func publishedDays(in roster: Roster) -> Set<DistrictDay> {
    Set(roster.publications.filter(\.district.isKnown).map { DistrictDay(district: $0.district, day: $0.day) })
  }
}
