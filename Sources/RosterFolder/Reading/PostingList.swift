import RosterModel

/// Assignments of which no two should be the same posting.
///
/// A table in canonical order is known to have no two by comparing neighbours. For any other, a hash table is filled in
/// one go at the end, where the misses of the memory cache overlap; only a table that does have two is read again with
/// each row looked up as it comes, so that it can be said which row is the second.
struct PostingList {
  /// When a posting is compared with those before it.
  enum Check {
    case atTheEnd
    case atEachRow
  }

  /// The assignments in the order added.
  private(set) var assignments: [Assignment] = []
  private let check: Check
  private var isAscending = true
  private var index = PostingIndex(capacity: 0)

  /// An empty list with room for so many.
  init(capacity: Int, check: Check) {
    self.check = check
    assignments.reserveCapacity(capacity)
  }

  /// Adds an assignment, unless the list checks each and the same posting is there.
  ///
  /// - Returns: the line of the one that is there.
  @inline(__always)
  mutating func add(_ assignment: Assignment) -> Int32? {
    switch check {
    case .atTheEnd:
      if let last = assignments.last, isAscending { isAscending = Self.isAscending(last, assignment) }
    case .atEachRow:
      if assignments.count * 2 >= index.capacity { rebuild() }
      if let same = index.add(assignments.count, assignment, among: assignments) { return assignments[same].line }
    }
    assignments.append(assignment)
    return nil
  }

  /// Whether some posting is there twice.
  func hasDuplicate() -> Bool {
    if isAscending || check == .atEachRow { return false }
    var index = PostingIndex(capacity: assignments.count * 2)
    for (number, assignment) in assignments.enumerated()
    where index.add(number, assignment, among: assignments) != nil { return true }
    return false
  }

  @inline(__always)
  private static func isAscending(_ left: Assignment, _ right: Assignment) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.shift != right.shift { return left.shift < right.shift }
    if left.beat != right.beat { return left.beat < right.beat }
    return left.unit < right.unit
  }

  private mutating func rebuild() {
    index = PostingIndex(capacity: max(assignments.count, assignments.capacity) * 2 + 1)
    for (number, assignment) in assignments.enumerated() { _ = index.add(number, assignment, among: assignments) }
  }
}

/// Finds a posting among others: open addressing, seeded, to be kept at most half full.
struct PostingIndex {
  /// How many slots there are.
  var capacity: Int { slots.count }

  /// Each the upper half of a posting's hash over its number plus one, or 0: few postings need to be looked at.
  private var slots: [UInt64]
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// An index of at least so many slots.
  init(capacity: Int) {
    var size = 16
    while size < capacity { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Adds a posting, unless the same is there.
  ///
  /// - Returns: the number of the one that is there.
  @inline(__always)
  mutating func add(_ number: Int, _ posting: Assignment, among postings: [Assignment]) -> Int? {
    let hash = hash(posting)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let other = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        if postings[other].isSamePosting(as: posting) { return other }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    return nil
  }

  @inline(__always)
  private func hash(_ posting: Assignment) -> UInt64 {
    let when = Self.pair(posting.day.number, posting.shift.raw)
    let first = (when ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let what = Self.pair(posting.beat.raw, posting.unit.raw) ^ first.high ^ first.low
    let second = what.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93 ^ seed)
    return second.high ^ second.low
  }

  @inline(__always)
  private static func pair(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
  }
}
