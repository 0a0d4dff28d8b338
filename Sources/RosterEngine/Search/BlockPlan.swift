/// Splits the staff into blocks that touch each other's cover as little as possible.
///
/// Staff whose reach is ordinary are clustered by the posts they share: a cluster is one department, say. Staff of wide
/// reach are dealt out anew each round, each to a block that holds one of its posts. Now and then they have a round of
/// their own, clustered in the same way among themselves: a district's guards, who fill the same lines, find each other
/// there.
struct BlockPlan: Sendable {
  /// The clusterings, that of everyone first.
  private let levels: [Level]

  private struct Level: Sendable {
    /// Clusters of staff of ordinary reach, small ones merged; very large ones are cut anew each round.
    var homes: [[Int32]]
    var wide: [Int32]
    /// The block of each post, or -1.
    var homeOfPost: [Int32]
  }

  private static let smallest = 40
  private static let largest = 128
  private static let mostLevels = 3

  init(_ model: Model, postCount: Int) {
    var members = (0..<model.staffCount).filter { member in
      let first = member * model.dayCount
      return model.allowed[first..<(first + model.dayCount)].contains { $0 > 1 }
    }
    var levels: [Level] = []
    while levels.isEmpty || (!members.isEmpty && levels.count < Self.mostLevels) {
      let level = Self.level(of: members, model, postCount)
      levels.append(level)
      members = level.wide.map { Int($0) }
    }
    self.levels = levels
  }

  private static func level(of free: [Int], _ model: Model, _ postCount: Int) -> Level {
    let reach = { (member: Int) in model.options.range(Int(model.staffClass[member])).count }
    let sorted = free.map(reach).sorted()
    let typical = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    let isWide = { (member: Int) in reach(member) > max(3, typical * 5 / 2) }
    let homes = homes(of: free.filter { !isWide($0) }, model, postCount)
    var homeOfPost = [Int32](repeating: -1, count: postCount)
    for (home, members) in homes.enumerated() {
      for member in members {
        for option in model.options.items[model.options.range(Int(model.staffClass[Int(member)]))] {
          homeOfPost[Int(option.post)] = Int32(home)
        }
      }
    }
    return Level(homes: homes, wide: free.filter(isWide).map { Int32($0) }, homeOfPost: homeOfPost)
  }

  /// Clusters of staff who share posts.
  private static func homes(of narrow: [Int], _ model: Model, _ postCount: Int) -> [[Int32]] {
    var sets = DisjointSets(count: postCount)
    for member in narrow {
      let options = model.options.items[model.options.range(Int(model.staffClass[member]))].filter { $0.codes != 0 }
      for option in options.dropFirst() { sets.join(Int(options.first?.post ?? 0), Int(option.post)) }
    }
    var clusterOf: [Int: Int] = [:]
    var clusters: [[Int32]] = []
    for member in narrow {
      let options = model.options.items[model.options.range(Int(model.staffClass[member]))]
      let root = options.first { $0.codes != 0 }.map { sets.root(Int($0.post)) } ?? -1
      let cluster = clusterOf[root] ?? clusters.count
      if cluster == clusters.count {
        clusterOf[root] = cluster
        clusters.append([])
      }
      clusters[cluster].append(Int32(member))
    }
    return merged(clusters)
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

  /// The blocks of one round; the rounds take turns at the clusterings.
  func blocks(round: UInt64, _ model: Model, _ random: inout RandomSource) -> [Block] {
    let level = levels[Int(round % UInt64(levels.count))]
    var blocks: [Block] = []
    var firstBlock: [Int] = []
    for home in level.homes {
      firstBlock.append(blocks.count)
      blocks += Self.parts(of: home, &random).map { Block(members: $0, residents: $0.count) }
    }
    firstBlock.append(blocks.count)
    var strangers: [Int32] = []
    for member in level.wide {
      let options = model.options.range(Int(model.staffClass[Int(member)]))
      let option = model.options.items[options.lowerBound + random.below(options.count)]
      let home = Int(level.homeOfPost[Int(option.post)])
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
