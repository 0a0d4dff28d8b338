/// The rows that the hard rules of a contract allow, as a decision diagram: a layer of nodes for every day.
///
/// A row is a path from a root to the last layer. Where the diagram would be too wide, rules are left out of it, so it
/// may allow more rows than the rules do, never fewer; the best path is then a bound on the best row (relaxed decision
/// diagrams: Andersen, Hadzic, Hooker, Tiedemann 2007).
struct RowDiagram: Sendable {
  /// The codes of the columns; 0, off, comes first.
  let codes: [UInt8]
  /// The first node of each layer; one more than there are days, and the end.
  let layers: [Int32]
  /// By node and column, the node of the next day; 0 where no row goes on.
  let next: [Int32]

  /// What paths that lead nowhere are worth; far below any gain, and sums with it do not overflow.
  static let impossible: Int32 = -(1 << 29)

  var nodeCount: Int { Int(layers.last ?? 1) }

  /// The most that a path from each node on can gain, into `values`, which has `nodeCount` numbers.
  ///
  /// O(nodes × codes). Numbers below half of ``impossible`` stand for no path.
  ///
  /// - Parameter gains: by day of the period and column; ``impossible`` where the code is not allowed.
  func gain(_ gains: [Int32], into values: inout [Int32]) {
    let width = codes.count
    values[0] = Self.impossible
    for node in Int(layers[layers.count - 2])..<nodeCount { values[node] = 0 }
    // Bounds are those of the layers, which the builder made; checked access doubles the time of this loop.
    next.withUnsafeBufferPointer { next in
      gains.withUnsafeBufferPointer { gains in
        values.withUnsafeMutableBufferPointer { values in
          for day in stride(from: layers.count - 3, through: 0, by: -1) {
            let row = day * width
            for node in Int(layers[day])..<Int(layers[day + 1]) {
              var best = Self.impossible
              let arcs = node * width
              for column in 0..<width {
                best = max(best, gains[row + column] &+ values[Int(next[arcs + column])])
              }
              // What is impossible stays so, however many days it is carried on.
              values[node] = max(best, Self.impossible)
            }
          }
        }
      }
    }
  }

  /// The codes of a best path from a root, after ``gain(_:into:)``; `nil` if there is none.
  func path(from root: Int32, _ gains: [Int32], _ values: [Int32]) -> [UInt8]? {
    guard root > 0, values[Int(root)] > Self.impossible / 2 else { return nil }
    let width = codes.count
    var node = Int(root)
    var path: [UInt8] = []
    path.reserveCapacity(layers.count - 2)
    for day in 0..<(layers.count - 2) {
      var column = 0
      while column < width - 1,
        gains[day * width + column] &+ values[Int(next[node * width + column])] != values[node]
      {
        column += 1
      }
      path.append(codes[column])
      node = Int(next[node * width + column])
    }
    return path
  }
}
