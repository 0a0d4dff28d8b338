/// Spreads a share of a total over its parts, so that the parts add up to the share of the whole, rounded down.
struct EvenShare {
  private let perCent: Int
  private var total = 0

  /// So many per cent.
  init(perCent: Int) { self.perCent = perCent }

  /// What the next part, of this size, has to give.
  mutating func next(of size: Int) -> Int {
    let before = total * perCent / 100
    total += size
    return total * perCent / 100 - before
  }
}
