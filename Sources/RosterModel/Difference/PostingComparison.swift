/// Compares the postings of two rosters by the ids that they name, whatever order their rows are in.
struct PostingComparison {
  /// A posting as common numbers.
  fileprivate struct Key {
    var when: UInt64
    var what: UInt64
    var index: Int

    func isSame(as other: Key) -> Bool { when == other.when && what == other.what }

    static func isBefore(_ left: Key, _ right: Key) -> Bool {
      (left.when, left.what, left.index) < (right.when, right.what, right.index)
    }
  }

  private let oldRoster: Roster
  private let newRoster: Roster
  private let shifts: CommonIDs
  private let beats: CommonIDs
  private let units: CommonIDs

  init(from old: Roster, to new: Roster) {
    oldRoster = old
    newRoster = new
    var starts: [String: Int] = [:]
    for shift in old.settings.shifts.shifts + new.settings.shifts.shifts { starts[shift.id] = shift.start.minutes }
    shifts = CommonIDs(old, new, known: { $0.settings.shifts.shifts.map(\.id) }) { left, right in
      (starts[left] ?? Int.max, left) < (starts[right] ?? Int.max, right)
    }
    beats = CommonIDs(old, new, known: { $0.beats.map(\.id) })
    units = CommonIDs(old, new, known: { $0.units.map(\.id) })
  }

  /// The postings that differ, by day, start of the shift, beat and unit.
  ///
  /// O(n log n) over the assignments of both.
  func changes() -> [PostingChange] {
    let old = keys(of: oldRoster, shifts.old, beats.old, units.old)
    let new = keys(of: newRoster, shifts.new, beats.new, units.new)
    var changes: [PostingChange] = []
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      let key: Key
      if left < old.count, right == new.count || !Key.isBefore(new[right].withoutIndex, old[left].withoutIndex) {
        key = old[left]
      } else {
        key = new[right]
      }
      let oldEnd = end(of: key, in: old, from: left)
      let newEnd = end(of: key, in: new, from: right)
      compare(old[left..<oldEnd], new[right..<newEnd], into: &changes)
      left = oldEnd
      right = newEnd
    }
    return changes
  }

  private func end(of key: Key, in keys: [Key], from start: Int) -> Int {
    var end = start
    while end < keys.count, keys[end].isSame(as: key) { end += 1 }
    return end
  }

  /// Compares the rows of one posting: one in each roster, unless it stands there twice by mistake.
  private func compare(_ old: ArraySlice<Key>, _ new: ArraySlice<Key>, into changes: inout [PostingChange]) {
    var before = old.map { PostingRemark(oldRoster.assignments[$0.index], in: oldRoster) }.sorted()
    var after = new.map { PostingRemark(newRoster.assignments[$0.index], in: newRoster) }.sorted()
    guard before != after else { return }
    for remark in before {
      guard let position = after.firstIndex(of: remark), let own = before.firstIndex(of: remark) else { continue }
      after.remove(at: position)
      before.remove(at: own)
    }
    let name: PostingName
    if let key = old.first {
      name = PostingName(oldRoster.assignments[key.index], in: oldRoster)
    } else if let key = new.first {
      name = PostingName(newRoster.assignments[key.index], in: newRoster)
    } else {
      return
    }
    for number in 0..<max(before.count, after.count) {
      changes.append(
        PostingChange(
          name, old: number < before.count ? before[number] : nil, new: number < after.count ? after[number] : nil))
    }
  }

  private func keys(
    of roster: Roster, _ shifts: CommonIDs.Side, _ beats: CommonIDs.Side, _ units: CommonIDs.Side
  ) -> [Key] {
    let keys = roster.assignments.enumerated().map { index, posting in
      Key(
        when: UInt64(UInt32(bitPattern: posting.day.number) ^ 0x8000_0000) << 32
          | UInt64(shifts[posting.shift.raw]),
        what: UInt64(beats[posting.beat.raw]) << 32 | UInt64(units[posting.unit.raw]), index: index)
    }
    return keys.sorted(by: Key.isBefore)
  }
}

extension PostingComparison.Key {
  /// The key of the posting, whichever of its rows it is.
  fileprivate var withoutIndex: Self { Self(when: when, what: what, index: 0) }
}

/// The ids of one kind in two rosters under common numbers, so that their postings are compared as numbers.
struct CommonIDs {
  /// The common numbers of one roster's references.
  struct Side {
    private let known: [Int32]
    private let strays: [Int32]

    init(known: [Int32], strays: [Int32]) {
      self.known = known
      self.strays = strays
    }

    /// The common number of a reference's raw value.
    subscript(raw: Int32) -> Int32 { raw >= 0 ? known[Int(raw)] : strays[Int(~raw)] }
  }

  /// The ids by their number: in the order in which a difference lists them.
  let ids: [String]
  /// The numbers of the old roster's references.
  let old: Side
  /// The numbers of the new roster's references.
  let new: Side

  /// O(n log n) over the ids of both rosters.
  ///
  /// - Parameters:
  ///   - known: the ids that a table of a roster defines, in the order of its rows.
  ///   - precedes: the order of two ids; a strict total order.
  init(
    _ oldRoster: Roster, _ newRoster: Roster, known: (Roster) -> [String],
    inOrder precedes: (String, String) -> Bool = { $0 < $1 }
  ) {
    let oldKnown = known(oldRoster)
    let newKnown = known(newRoster)
    ids = Set(oldKnown + oldRoster.strays + newKnown + newRoster.strays).sorted(by: precedes)
    var numbers: [String: Int32] = [:]
    for (number, id) in ids.enumerated() { numbers[id] = Int32(truncatingIfNeeded: number) }
    func side(_ known: [String], _ strays: [String]) -> Side {
      Side(known: known.compactMap { numbers[$0] }, strays: strays.compactMap { numbers[$0] })
    }
    old = side(oldKnown, oldRoster.strays)
    new = side(newKnown, newRoster.strays)
  }
}
