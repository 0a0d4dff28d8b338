import RosterModel

/// How many planted units each query counts in each tile of each day of the period.
struct DemandTally {
  private let days: Int
  private let tiles: Int
  private var counts: [Int32]

  /// Counts the postings of the period.
  ///
  /// O(assignments × queries of a beat).
  init(
    _ queries: [DemandQuery], ofBeats: [[Int]], beats: [Beat], units: [PlantedUnit], assignments: [Assignment],
    horizon: Horizon, plan: ShiftPlan
  ) {
    days = horizon.period.count
    tiles = plan.tileCount
    counts = [Int32](repeating: 0, count: queries.count * days * tiles)
    let firstDay = horizon.day(horizon.period.lowerBound)
    for assignment in assignments where assignment.day >= firstDay {
      let day = firstDay.distance(to: assignment.day)
      let beat = assignment.beat.index
      for query in ofBeats[beat]
      where queries[query].matches(units[assignment.unit.index].unit, kind: beats[beat].kind) {
        for tile in plan.tileNumbers[assignment.shift.index] { counts[(query * days + day) * tiles + tile] += 1 }
      }
    }
  }

  /// The count of each day in one tile.
  func series(_ query: Int, tile: Int) -> [Int] {
    (0..<days).map { Int(counts[(query * days + $0) * tiles + tile]) }
  }
}
