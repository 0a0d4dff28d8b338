import RosterModel

/// Assignments of which no two are the same posting.
///
/// A table in canonical order is known to have no two by comparing neighbours; from the first row out of order on, they
/// are found by a hash table.
struct PostingList {
  /// The assignments in the order added.
  private(set) var assignments: [Assignment] = []
  private var isAscending = true
  private var slots: [Int32] = []
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// An empty list with room for so many.
  init(capacity: Int) { assignments.reserveCapacity(capacity) }

  /// Adds an assignment, unless the same posting is there.
  ///
  /// - Returns: the line of the one that is there.
  mutating func add(_ assignment: Assignment) -> Int32? {
    if isAscending {
      if let last = assignments.last, !Self.isAscending(last, assignment) {
        isAscending = false
        rebuild()
        return addHashed(assignment)
      }
      assignments.append(assignment)
      return nil
    }
    return addHashed(assignment)
  }

  @inline(__always)
  private static func isAscending(_ left: Assignment, _ right: Assignment) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.shift != right.shift { return left.shift < right.shift }
    if left.beat != right.beat { return left.beat < right.beat }
    return left.unit < right.unit
  }

  private mutating func addHashed(_ assignment: Assignment) -> Int32? {
    let slot = slot(of: assignment)
    if slots[slot] >= 0 { return assignments[Int(slots[slot])].line }
    slots[slot] = Int32(truncatingIfNeeded: assignments.count)
    assignments.append(assignment)
    if assignments.count * 2 > slots.count { rebuild() }
    return nil
  }

  private func slot(of assignment: Assignment) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(assignment)) & mask
    while slots[slot] >= 0, !assignments[Int(slots[slot])].isSamePosting(as: assignment) { slot = (slot + 1) & mask }
    return slot
  }

  private func hash(_ assignment: Assignment) -> UInt64 {
    func pair(_ high: Int32, _ low: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
    }
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let first = (pair(assignment.day.number, assignment.shift.raw) ^ seed).multipliedFullWidth(by: factor)
    let second = (pair(assignment.beat.raw, assignment.unit.raw) ^ first.high ^ first.low)
      .multipliedFullWidth(by: factor)
    return second.high ^ second.low
  }

  private mutating func rebuild() {
    var size = 1024
    while size < max(assignments.count, assignments.capacity) * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (index, assignment) in assignments.enumerated() {
      slots[slot(of: assignment)] = Int32(truncatingIfNeeded: index)
    }
  }
}
