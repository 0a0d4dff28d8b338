import RosterModel

/// Puts the changes of entries together from the tables that they are in.
struct ChangeCollector {
  private let indices: [Int64: Int]
  private var changes: [[(ordinal: Int64, change: RowChange, seen: UInt64?)]]
  private var faults: [Int: JournalError] = [:]

  /// - Parameter entries: the positions of the entries.
  init(_ entries: [Int64]) {
    var indices: [Int64: Int] = [:]
    for (index, entry) in entries.enumerated() { indices[entry] = index }
    self.indices = indices
    changes = Array(repeating: [], count: entries.count)
  }

  /// Adds the change of a row; of an entry that is not asked for, nothing.
  ///
  /// - Throws: where the row does not even say of which entry it is.
  mutating func add(_ row: JournalRow, of table: ChangeTable) throws(JournalError) {
    guard let index = indices[try row.integer(0)] else { return }
    do throws(JournalError) {
      changes[index].append((try row.integer(1), try table.change(row), try table.seen(row)))
    } catch {
      faults[index] = faults[index] ?? error
    }
  }

  /// The changes of the entry of an index, and what its author saw where that was noted for all.
  ///
  /// - Throws: where one of its rows says what no version of the program writes.
  mutating func take(_ index: Int) throws(JournalError) -> (changes: [RowChange], seen: [UInt64]) {
    if let fault = faults[index] { throw fault }
    let own = changes[index].sorted { $0.ordinal < $1.ordinal }
    changes[index] = []
    let seen = own.compactMap(\.seen)
    return (own.map(\.change), seen.count == own.count ? seen : [])
  }
}
