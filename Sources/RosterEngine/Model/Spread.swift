/// Lists of varying length in one array: list `i` is `items[starts[i]..<starts[i + 1]]`.
struct Spread<Item: Sendable>: Sendable {
  private(set) var starts: [Int32] = [0]
  private(set) var items: [Item] = []

  mutating func append(_ list: some Sequence<Item>) {
    items.append(contentsOf: list)
    starts.append(Int32(items.count))
  }

  /// Bounds of a list in ``items``.
  func range(_ list: Int) -> Range<Int> {
    Int(starts[list])..<Int(starts[list + 1])
  }
}
