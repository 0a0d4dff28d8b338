import Coverage
import RosterModel

/// The list of gaps.
struct GapsState: Sendable {
  var list = ListState()
  /// The squares below minimum, worst first, and the state of the roster they were listed for.
  var squares: [SquareState] = []
  var revision = -1
  /// The lines in view for which a count was asked last.
  var rest: GridRest?
  /// How many units could legally fill each square, by the square's number; counted once the cursor rests.
  var fillers: [Int: Fillers] = [:]
}
