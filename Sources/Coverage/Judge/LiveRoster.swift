import RosterModel

/// A roster that is being edited: its rows, what stands where in it, and which days are published.
///
/// The desk and the journal's session hold one each, so that one place knows when the grid can follow an edit and when
/// it must be made anew: what is published, and ids that no table defines, are in the grid's frame, which does not
/// change.
///
/// An edit is made by `apply`. Whoever must ask first, as the journal does while nobody else can record, makes the rows
/// by `propose`, judges, and then has the grid follow by `settle`, or takes the rows back.
public struct LiveRoster: Sendable {
  /// What stands where.
  public private(set) var grid: CoverageGrid
  /// The instant at which it is asked about, as the grid knows it.
  public var now: Int? {
    get { grid.now }
    set { grid.now = newValue }
  }
  /// Which days of which districts are published.
  public private(set) var publishedDays: Set<DistrictDay>
  private var rows: RosterReplay

  /// A roster before its first edit; O(roster).
  public init(_ roster: Roster) { self.init(RosterReplay(roster)) }

  /// A roster with the changes that were replayed over it.
  public init(_ rows: RosterReplay) {
    self.rows = rows
    grid = CoverageGrid(rows.roster)
    publishedDays = Self.publishedDays(in: rows.roster)
  }

  /// The roster as it stands, its assignments in no particular order.
  public var roster: Roster { rows.roster }

  /// Makes changes: all of them, or none.
  ///
  /// O(changes), but for those that publish or name what no table defines, after which the grid is made anew.
  ///
  /// - Returns: the edits that it made.
  /// - Throws: `UnappliedChange` where the roster does not hold what they change.
  @discardableResult
  public mutating func apply(_ changes: [RowChange]) throws(UnappliedChange) -> [Edit] {
    let edits = try rows.apply(changes)
    settle(edits)
    return edits
  }

  /// Makes what still can be made of an entry's changes.
  ///
  /// - Returns: what could not be made.
  @discardableResult
  public mutating func replay(_ entry: JournalEntry) -> [ReplayConflict] {
    let conflicts = rows.replay(entry)
    rebuild()
    return conflicts
  }

  /// What makes the roster say what recorded changes would have made it say, whatever it says by now.
  public func changes(doingAgain conflicts: [ReplayConflict]) -> [RowChange] { rows.changes(doingAgain: conflicts) }

  private mutating func rebuild() {
    grid = grid(of: rows.roster)
    publishedDays = Self.publishedDays(in: rows.roster)
  }

  /// The grid of other rows, asked about at the same instant.
  private func grid(of roster: Roster) -> CoverageGrid {
    var made = CoverageGrid(roster)
    made.now = now
    return made
  }

  private static func publishedDays(in roster: Roster) -> Set<DistrictDay> {
    Set(roster.publications.filter(\.district.isKnown).map { DistrictDay(district: $0.district, day: $0.day) })
  }
}

extension LiveRoster {
  /// Makes the rows of changes; the grid stays behind until they are settled or taken back.
  ///
  /// - Throws: `UnappliedChange` where the roster does not hold what they change; nothing is made then.
  public mutating func propose(_ changes: [RowChange]) throws(UnappliedChange) -> [Edit] { try rows.apply(changes) }

  /// What the proposed edits break that was not broken, as `CoverageGrid.judge` says it.
  public mutating func judge(proposed step: EditStep) -> [Finding] {
    catchUp(before: step)
    return grid.judge(step)
  }

  /// The published days on which the proposed edits change who stands where.
  public func publications(changedBy step: EditStep) -> [Publication] { grid.publications(changedBy: step) }

  /// Has the grid follow edits whose rows are made.
  public mutating func settle(_ edits: [Edit]) {
    guard knowsAll, !edits.contains(where: \.isOfPublication) else { return rebuild() }
    for edit in edits { grid.apply(edit) }
  }

  /// Takes back the rows of changes that were proposed.
  ///
  /// - Throws: `UnappliedChange` where they are no longer there.
  public mutating func takeBack(_ changes: [RowChange]) throws(UnappliedChange) {
    try rows.apply(changes.inverse)
    // Rows that come back have lost their lines: what the grid holds would not be found in them.
    rebuild()
  }

  /// What stands in the rows that changes are about, for telling later whether they are still so.
  public mutating func prints(of changes: [RowChange]) -> [UInt64] { rows.prints(of: changes) }

  /// Whether the grid's frame knows every id that the rows name.
  private var knowsAll: Bool { grid.frame.roster.strays.count == rows.roster.strays.count }

  /// Makes the grid anew, without the proposed edits, where these name what its frame does not know.
  private mutating func catchUp(before step: EditStep) {
    guard !knowsAll else { return }
    var before = rows
    do { try before.apply([RowChange](step, in: rows.roster).inverse) } catch { return }
    grid = grid(of: before.roster)
  }
}
