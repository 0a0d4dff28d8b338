/// Splits the staff into blocks that touch each other's cover as little as possible.
///
/// Staff whose reach is ordinary are clustered by the posts they share: a cluster is one department, say. Staff of
/// wide reach are dealt out anew each round, each to a block that holds one of its posts.
struct BlockPlan: Sendable {
  /// Clusters of staff of ordinary reach, small ones merged; very large ones are cut anew each round.
  private let homes: [[Int32]]
  private let wide: [Int32]
  /// The block of each post, or -1.
  private let homeOfPost: [Int32]

  private static let smallest = 40
  private static let largest = 128

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
    let homes = Self.merged(clusters)
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

  /// Merges neighbouring small clusters.
  private static func merged(_ clusters: [[Int32]]) -> [[Int32]] {
    var homes: [[Int32]] = []
    var current: [Int32] = []
    for cluster in clusters {
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
    var blocks: [Block] = []
    var firstBlock: [Int] = []
    for home in homes {
      firstBlock.append(blocks.count)
      blocks += Self.parts(of: home, &random).map { Block(members: $0, residents: $0.count) }
    }
    firstBlock.append(blocks.count)
    var strangers: [Int32] = []
    for member in wide {
      let options = model.options.range(Int(model.staffClass[Int(member)]))
      let option = model.options.items[options.lowerBound + random.below(options.count)]
      let home = Int(homeOfPost[Int(option.post)])
      if home >= 0 {
        let part = random.below(firstBlock[home + 1] - firstBlock[home])
        blocks[firstBlock[home] + part].members.append(member)
      } else {
        strangers.append(member)
      }
    }
    if !strangers.isEmpty { blocks.append(Block(members: strangers, residents: strangers.count)) }
    return blocks
  }

  /// A cluster as it is, or dealt out into parts if it is very large.
  private static func parts(of cluster: [Int32], _ random: inout RandomSource) -> [[Int32]] {
    guard cluster.count > 2 * largest else { return [cluster] }
    var deck = cluster
    for last in stride(from: deck.count - 1, to: 0, by: -1) { deck.swapAt(last, random.below(last + 1)) }
    let count = (deck.count + largest - 1) / largest
    return (0..<count).map { Array(deck[(deck.count * $0 / count)..<(deck.count * ($0 + 1) / count)]) }
  }
}
