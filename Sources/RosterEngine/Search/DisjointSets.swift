/// Union-find with path halving (Tarjan, van Leeuwen 1984).
struct DisjointSets: Sendable {
  private var parents: [Int32]

  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
  }

  mutating func root(_ item: Int) -> Int {
    var item = item
    while Int(parents[item]) != item {
      parents[item] = parents[Int(parents[item])]
      item = Int(parents[item])
    }
    return item
  }

  /// Joins two sets under the lower of their roots.
  mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    if a < b { parents[b] = Int32(a) } else if b < a { parents[a] = Int32(b) }
  }
}
