import RosterModel

/// Puts the changes of entries together from the tables that they are in.
struct ChangeCollector {
  private let indices: [Int64: Int]
  private var changes: [[(ordinal: Int64, change: RowChange, seen: UInt64?)]]

  /// - Parameter entries: the positions of the entries.
  init(_ entries: [Int64]) {
    var indices: [Int64: Int] = [:]
    for (index, entry) in entries.enumerated() { indices[entry] = index }
    self.indices = indices
    changes = Array(repeating: [], count: entries.count)
  }

  /// Adds a change; of an entry that is not asked for, nothing.
  mutating func add(_ change: RowChange, seen: UInt64?, entry: Int64, ordinal: Int64) {
    guard let index = indices[entry] else { return }
    changes[index].append((ordinal, change, seen))
  }

  /// The changes of the entry of an index, and what its author saw where that was noted for all.
  mutating func take(_ index: Int) -> (changes: [RowChange], seen: [UInt64]) {
    let own = changes[index].sorted { $0.ordinal < $1.ordinal }
    changes[index] = []
    let seen = own.compactMap(\.seen)
    return (own.map(\.change), seen.count == own.count ? seen : [])
  }
}
