/// Lists of small numbers, one list a key, in one flat array.
///
/// Rows in one array stay together in the cache, and make no allocation a list.
struct NumberLists: Sendable {
  /// Where the list of each key begins in `values`; one more at the end.
  let starts: [Int32]
  /// All lists, one after the other.
  let values: [Int32]

  /// The lists in the order of their keys.
  init(_ lists: [[Int32]]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(lists.count + 1)
    var total = 0
    for list in lists {
      total += list.count
      starts.append(Int32(total))
    }
    self.starts = starts
    self.values = lists.flatMap { $0 }
  }

  /// The positions of `keys` sorted into a list for each key, each list ascending; negative keys are left out.
  ///
  /// O(keys): a counting sort.
  init(positionsOf keys: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for key in keys where key >= 0 { starts[Int(key) + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    var next = starts
    var values = [Int32](repeating: 0, count: Int(starts[count]))
    for (position, key) in keys.enumerated() where key >= 0 {
      values[Int(next[Int(key)])] = Int32(position)
      next[Int(key)] += 1
    }
    self.starts = starts
    self.values = values
  }

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  /// Where the list of a key is in `values`.
  func range(_ key: Int) -> Range<Int> { Int(starts[key])..<Int(starts[key + 1]) }

  /// The list of a key.
  subscript(key: Int) -> ArraySlice<Int32> { values[range(key)] }
}
