import RosterModel

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
