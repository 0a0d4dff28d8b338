/// A change of cost, and of how much hard rules are broken.
struct Delta: Equatable, Sendable {
  var hard = 0
  var soft = 0

  static func += (left: inout Delta, right: Delta) {
    left.hard += right.hard
    left.soft += right.soft
  }

  static func - (left: Delta, right: Delta) -> Delta {
    Delta(hard: left.hard - right.hard, soft: left.soft - right.soft)
  }
}
