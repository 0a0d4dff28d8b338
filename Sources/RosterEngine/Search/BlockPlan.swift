/// Splits the staff into blocks that touch each other's cover as little as possible.
///
/// Staff whose reach is ordinary are clustered by the posts they share: a cluster is one department, say. Staff of
/// wide reach are dealt out anew each round, each to a block that holds one of its posts.
struct BlockPlan: Sendable {
  /// Clusters of staff of ordinary reach, small ones merged.
  private let homes: [[Int32]]
  private let wide: [Int32]
  /// The block of each post, or -1.
  private let homeOfPost: [Int32]

  private static let smallest = 40
  private static let largest = 320

  init(_ model: Model, postCount: Int) {
    let free = (0..<model.staffCount).filter { member in
      let first = member * model.dayCount
      return model.allowed[first..<(first + model.dayCount)].contains { $0 > 1 }
    }
    let reach = { (member: Int) in model.options.range(Int(model.staffClass[member])).count }
    let sorted = free.map(reach).sorted()
    let typical = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    let isWide = { (member: Int) in reach(member) > max(3, typical * 5 / 2) }
    let narrow = free.filter { !isWide($0) }

    var sets = DisjointSets(count: postCount)
    for member in narrow {
      let options = model.options.items[model.options.range(Int(model.staffClass[member]))]
      for option in options.dropFirst() { sets.join(Int(options.first?.post ?? 0), Int(option.post)) }
    }
    var clusterOf: [Int: Int] = [:]
    var clusters: [[Int32]] = []
    for member in narrow {
      let options = model.options.range(Int(model.staffClass[member]))
      let root = options.isEmpty ? -1 : sets.root(Int(model.options.items[options.lowerBound].post))
      let cluster = clusterOf[root] ?? clusters.count
      if cluster == clusters.count {
        clusterOf[root] = cluster
        clusters.append([])
      }
      clusters[cluster].append(Int32(member))
    }
    let homes = Self.sized(clusters)
    var homeOfPost = [Int32](repeating: -1, count: postCount)
    for (home, members) in homes.enumerated() {
      for member in members {
        for option in model.options.items[model.options.range(Int(model.staffClass[Int(member)]))] {
          homeOfPost[Int(option.post)] = Int32(home)
        }
      }
    }
    self.homes = homes
    self.homeOfPost = homeOfPost
    wide = free.filter(isWide).map { Int32($0) }
  }

  /// Merges neighbouring small clusters and cuts very large ones.
  private static func sized(_ clusters: [[Int32]]) -> [[Int32]] {
    var homes: [[Int32]] = []
    var current: [Int32] = []
    for cluster in clusters {
      if cluster.count > 2 * largest {
        let parts = (cluster.count + largest - 1) / largest
        for part in 0..<parts {
          homes.append(Array(cluster[(cluster.count * part / parts)..<(cluster.count * (part + 1) / parts)]))
        }
        continue
      }
      current += cluster
      if current.count >= smallest {
        homes.append(current)
        current = []
      }
    }
    if !current.isEmpty { homes.append(current) }
    return homes
  }

  /// The blocks of one round.
  func blocks(_ model: Model, _ random: inout RandomSource) -> [Block] {
    var blocks = homes.map { Block(members: $0, residents: $0.count) }
    var strangers: [Int32] = []
    for member in wide {
      let options = model.options.range(Int(model.staffClass[Int(member)]))
      let option = model.options.items[options.lowerBound + random.below(options.count)]
      let home = homeOfPost[Int(option.post)]
      if home >= 0 { blocks[Int(home)].members.append(member) } else { strangers.append(member) }
    }
    if !strangers.isEmpty { blocks.append(Block(members: strangers, residents: strangers.count)) }
    return blocks
  }
}
