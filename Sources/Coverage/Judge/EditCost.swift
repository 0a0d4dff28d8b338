import RosterModel

/// What planning would count for a change of the roster, by its weights; negative where the change saves.
///
/// Fairness is counted against the mean of the group as it stands, where planning takes the mean of a plan.
public struct EditCost: Hashable, Sendable {
  /// Units below minimum.
  public var gap = 0
  /// Units below target.
  public var shortfall = 0
  /// Units above maximum.
  public var surplus = 0
  /// Requests that are not met.
  public var request = 0
  /// Nights and weekend days away from the mean of the group.
  public var fairness = 0
  /// Other beats than on the last working day.
  public var continuity = 0
  /// Steps away from home.
  public var farFromHome = 0
  /// Rules re-graded to warning that are broken.
  public var rules = 0

  /// Nothing.
  public init() {}

  /// All of it.
  public var total: Int {
    gap + shortfall + surplus + request + fairness + continuity + farFromHome + rules
  }

  /// The parts by the names of the weights, those that are nothing left out.
  public var parts: [(name: String, cost: Int)] {
    [
      ("gap", gap), ("shortfall", shortfall), ("surplus", surplus), ("request", request), ("fairness", fairness),
      ("continuity", continuity), ("far_from_home", farFromHome), ("rules", rules),
    ].filter { $0.cost != 0 }
  }

  /// The largest weight that is counted with: what a file says beyond is taken for it.
  static let largestWeight = 1_000_000

  /// A weight from a file, brought into the range that can be added up.
  static func clamped(_ weight: Int) -> Int { min(max(0, weight), largestWeight) }

  static func - (left: EditCost, right: EditCost) -> EditCost {
    var cost = left
    cost.gap -= right.gap
    cost.shortfall -= right.shortfall
    cost.surplus -= right.surplus
    cost.request -= right.request
    cost.fairness -= right.fairness
    cost.continuity -= right.continuity
    cost.farFromHome -= right.farFromHome
    cost.rules -= right.rules
    return cost
  }
}
