import Coverage
import RosterModel
import Tables

/// Every posting as a row with everything joined to it, for other systems: one flat table.
///
/// It holds what the roster holds: history, days outside the period, and postings whose unit, beat or shift no table
/// defines, which have their ids and empty cells beside them. A beat that nobody holds is no posting and has no row.
public struct FlatTable: Sendable {
  let roster: Roster
  let postings: [Assignment]
  private let grid: CoverageGrid

  /// The table of the chosen postings, sorted by day, shift, beat and unit.
  ///
  /// O(n log n) over the chosen assignments.
  public init(_ roster: Roster, grid: CoverageGrid, selection: SheetSelection = .all) {
    self.roster = roster
    let filter = PostingFilter(selection, in: roster)
    let order = PostingOrder(roster)
    postings = roster.assignments.filter(filter.takes).sorted(by: order.precedes)
    self.grid = grid
  }

  /// How many rows it has below its header.
  public var count: Int { postings.count }

  /// The names of its columns in their order, which never changes: a new column comes last.
  public static let header =
    TimeCells.header + BeatCells.header + UnitCells.header + ["status", "absent", "note", TimeCells.partsColumn]

  /// The column that a table of a stale roster has beside them, the last: in each row the time that the table is as of.
  ///
  /// Programs read the table by its columns and from its first row on, so it is no row.
  public static let staleColumn = "out_of_date_as_of"

  /// The table as a file.
  ///
  /// What could command a terminal is replaced by U+FFFD; see `ShiftSheet.csv`.
  public func csv(dialect: CSVDialect, staleness: Staleness? = nil) -> CSVText {
    var text = CSVText(dialect)
    let stale = staleness.map { [$0.time] } ?? []
    text.append(row: Self.header + stale.map { _ in Self.staleColumn })
    var time = TimeCells(roster)
    var beats = BeatCells(roster)
    var units = UnitCells(roster)
    for posting in postings {
      let remarks = [
        posting.isLocked ? "locked" : "", absence(of: posting)?.rawValue ?? "",
        HarmlessText.from(roster.text(posting.note)), time.parts(of: posting),
      ]
      let joined = time.cells(of: posting) + beats.cells(of: posting.beat) + units.cells(of: posting.unit)
      text.append(row: joined + remarks + stale)
    }
    return text
  }

  private func absence(of posting: Assignment) -> AbsenceReason? {
    grid.absence(of: posting.unit, day: posting.day, shift: posting.shift)?.reason
  }
}
