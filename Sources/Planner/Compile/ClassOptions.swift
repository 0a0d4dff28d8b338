import Coverage
import RosterEngine
import RosterModel

/// The beats that one class of units may hold, with what holding each costs.
struct ClassOptions: Sendable {
  /// A beat that the class may hold.
  struct Option: Sendable {
    /// The beat.
    var beat: Int
    /// Distance from home and rules re-graded to warning.
    var cost: Int
    /// Which lines of the demand plan count it.
    var demandLines: [Int]
  }

  /// The options in the order of the beats.
  let options: [Option]

  /// The beats of the scope that the unit may hold by every posting rule that is hard.
  ///
  /// O(beats within the unit's reach).
  init(_ unit: UnitReference, _ context: PlanContext, beats: BeatsByPlace) {
    let roster = context.roster
    let who = roster.units[unit.index]
    let rules = PlannedRules.postings.compactMap { rule in
      context.strengths.strength(of: rule.rule).map { (rule: rule, strength: $0) }
    }
    let isReachHard = context.strengths.strength(of: PostedBeyondReachLimit.rule) == .hard
    let candidates = isReachHard ? beats.within(who.reach, of: who.home, in: roster) : beats.all
    options = candidates.compactMap { index in
      let beat = roster.beats[index]
      var cost = PlanWeights.product(
        roster.distance(from: who.home, to: beat), roster.settings.weights.farFromHome)
      for (rule, strength) in rules where !rule.allows(who, on: beat, in: roster) {
        guard case .soft(let weight) = strength else { return nil }
        cost += weight
      }
      return Option(
        beat: index, cost: PlanWeights.clamped(cost),
        demandLines: context.absences.lines(for: unit, on: BeatReference(index)))
    }
  }

  /// Whether the class may hold the beat; O(log options).
  func contains(_ beat: Int) -> Bool {
    var low = 0
    var high = options.count
    while low < high {
      let middle = (low + high) / 2
      if options[middle].beat < beat { low = middle + 1 } else { high = middle }
    }
    return low < options.count && options[low].beat == beat
  }
}
