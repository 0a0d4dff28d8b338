import RosterModel

/// The order of references by the ids they stand for, known and unknown ones together.
struct IDRanks<Entity> {
  private let known: [UInt32]
  private let unknown: [UInt32]

  /// References in the order of the bytes of their ids.
  init(ids: [String], strays: [String]) {
    let all = ids + strays
    let order = all.indices.sorted { all[$0].utf8.lexicographicallyPrecedes(all[$1].utf8) }
    var ranks = [UInt32](repeating: 0, count: all.count)
    for (rank, index) in order.enumerated() { ranks[index] = UInt32(truncatingIfNeeded: rank) }
    known = Array(ranks[..<ids.count])
    unknown = Array(ranks[ids.count...])
  }

  /// Known references in the order of their indices, then unknown ones in the order of their ids.
  init(count: Int, strays: [String]) {
    self.init(ids: [], strays: strays, first: (0..<count).map { UInt32(truncatingIfNeeded: $0) })
  }

  private init(ids: [String], strays: [String], first: [UInt32]) {
    let others = IDRanks(ids: [], strays: strays)
    known = first
    unknown = others.unknown.map { $0 + UInt32(truncatingIfNeeded: first.count) }
  }

  /// The rank of a reference.
  subscript(reference: Reference<Entity>) -> UInt32 {
    reference.isKnown ? known[reference.index] : unknown[reference.strayIndex]
  }
}
