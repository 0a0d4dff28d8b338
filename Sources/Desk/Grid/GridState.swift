import RosterModel
import Screen

/// The grid's cursor, what is in view, and what is known of the cell after resting on it.
struct GridState: Sendable {
  /// The line of the cursor on the board.
  var line = 0
  /// The column of the cursor: tiles of all duty days.
  var column = 0
  var lines = Viewport(count: 0, length: 0)
  var columns = Viewport(count: 0, length: 0)
  /// The figures of all beats of the cursor's district.
  var totals = DistrictTotals()
  /// What the postings in view are.
  var flags = CellFlags()
  /// The cell on which the cursor rests.
  var rest: GridRest?

  /// The posting in hand.
  var carried: Assignment?
  /// Who could take the cell on which the cursor has rested.
  var candidates: Shortlist?
}
