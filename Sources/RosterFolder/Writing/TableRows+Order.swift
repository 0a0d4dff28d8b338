import RosterModel

extension TableRows {
  /// The indices of the rows in the order in which they are written.
  ///
  /// Postings by day, shift in the order of `roster.toml`, beat and unit; other rows by the bytes of their columns from
  /// left to right. Rows that tie stay in the order they are in. O(rows × log rows).
  func order() -> [Int] {
    switch table {
    case .assignments: order(of: roster.assignments)
    case .published: order(of: roster.published)
    default: orderByText()
    }
  }

  private func orderByText() -> [Int] {
    let rows = (0..<count).map { index in
      var fields: [String] = []
      write(index, to: &fields)
      return fields
    }
    return rows.indices.sorted { left, right in
      for (a, b) in zip(rows[left], rows[right]) where a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
      return left < right
    }
  }

  private struct PostingKey {
    var when: UInt64
    var what: UInt64
    var index: Int

    static func isBefore(_ left: PostingKey, _ right: PostingKey) -> Bool {
      (left.when, left.what, left.index) < (right.when, right.what, right.index)
    }
  }

  private func order(of postings: [Assignment]) -> [Int] {
    let shifts = IDRanks<Shift>(count: roster.settings.shifts.shifts.count, strays: roster.strays)
    let beats = IDRanks<Beat>(ids: roster.beats.map(\.id), strays: roster.strays)
    let units = IDRanks<Unit>(ids: roster.units.map(\.id), strays: roster.strays)
    var keys = postings.enumerated().map { index, posting in
      PostingKey(
        when: UInt64(UInt32(bitPattern: posting.day.number) ^ 0x8000_0000) << 32 | UInt64(shifts[posting.shift]),
        what: UInt64(beats[posting.beat]) << 32 | UInt64(units[posting.unit]), index: index)
    }
    // What was read from a table in order, and only added to or taken from, need not be sorted.
    if !zip(keys, keys.dropFirst()).allSatisfy(PostingKey.isBefore) { keys.sort(by: PostingKey.isBefore) }
    return keys.map(\.index)
  }
}
