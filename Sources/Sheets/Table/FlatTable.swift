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

extension FlatTable {
  /// What is to be remembered of the table once it is written.
  public func record(of text: CSVText, selection: SheetSelection) -> TableRecord {
    TableRecord(
      selection, in: roster,
      written: WrittenRecord(
        hash: SheetHash(of: text.bytes), dialect: text.dialect,
        postings: postings.map { WrittenPosting($0, in: roster) }))
  }
}

/// The order of postings in the flat table, by ids, so that it does not depend on the order in which rows were read.
struct PostingOrder {
  private let beats: Ranks
  private let units: Ranks
  private let shifts: Ranks
  private let notes: [String]

  /// O(n log n) over the beats, units and unknown ids.
  init(_ roster: Roster) {
    beats = Ranks(known: roster.beats.map(\.id), strays: roster.strays)
    units = Ranks(known: roster.units.map(\.id), strays: roster.strays)
    shifts = Ranks(plan: roster.settings.shifts, strays: roster.strays)
    notes = roster.notes
  }

  /// By day, shift, beat and unit: shifts by their start.
  func precedes(_ left: Assignment, _ right: Assignment) -> Bool {
    if left.day != right.day { return left.day < right.day }
    let order = (shifts[left.shift.raw], beats[left.beat.raw], units[left.unit.raw])
    let other = (shifts[right.shift.raw], beats[right.beat.raw], units[right.unit.raw])
    return order == other ? byRemarks(left, right) : order < other
  }

  /// The same posting twice is a mistake that a roster may hold; what is written of it must not depend on its rows' order.
  private func byRemarks(_ left: Assignment, _ right: Assignment) -> Bool {
    if left.isLocked != right.isLocked { return right.isLocked }
    return notes[Int(left.note.raw)] < notes[Int(right.note.raw)]
  }
}

extension PostingOrder {
  /// The rank of each reference of a kind, known or not.
  private struct Ranks {
    private var known: [Int32]
    private var strays: [Int32]

    /// Ranks by id.
    init(known ids: [String], strays: [String]) {
      let all = ids + strays
      var ranks = [Int32](repeating: 0, count: all.count)
      for (rank, index) in all.indices.sorted(by: { (all[$0], $0) < (all[$1], $1) }).enumerated() {
        ranks[index] = Int32(rank)
      }
      self.known = Array(ranks[..<ids.count])
      self.strays = Array(ranks[ids.count...])
    }

    /// Ranks by start, and unknown shifts last, by id.
    init(plan: ShiftPlan, strays: [String]) {
      self.init(known: [], strays: strays)
      let shifts = plan.shifts
      known = [Int32](repeating: 0, count: shifts.count)
      for (rank, index) in shifts.indices.sorted(by: { (shifts[$0].start, $0) < (shifts[$1].start, $1) }).enumerated() {
        known[index] = Int32(rank)
      }
      self.strays = self.strays.map { $0 + Int32(shifts.count) }
    }

    subscript(raw: Int32) -> Int32 { raw >= 0 ? known[Int(raw)] : strays[Int(~raw)] }
  }
}
