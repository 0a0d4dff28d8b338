import Coverage
import RosterEngine
import RosterModel

/// Units that are interchangeable as far as beats and demand go: same force, home, reach and skills that matter.
struct UnitClasses: Sendable {
  private struct Key: Hashable {
    var force: Force
    var home: Place
    var reach: Reach
    var words: [String]
  }

  /// The class of each unit.
  let ofUnit: [Int]
  /// The first unit of each class, which stands for all of it.
  let representatives: [Int]

  /// The classes of a roster's units, numbered in the order of their first units.
  ///
  /// A skill or mode matters where a beat needs it or demand counts it. O(units).
  init(_ roster: Roster) {
    let asked = Set(roster.beats.flatMap(\.needs)).union(roster.demand.map(\.skill)).subtracting([""])
    var numbers: [Key: Int] = [:]
    var ofUnit: [Int] = []
    var representatives: [Int] = []
    ofUnit.reserveCapacity(roster.units.count)
    for (index, unit) in roster.units.enumerated() {
      let words = Set(unit.skills + [unit.mode?.rawValue].compactMap { $0 }).intersection(asked).sorted()
      let key = Key(force: unit.force, home: unit.home, reach: unit.reach, words: words)
      if let known = numbers[key] {
        ofUnit.append(known)
      } else {
        numbers[key] = representatives.count
        ofUnit.append(representatives.count)
        representatives.append(index)
      }
    }
    self.ofUnit = ofUnit
    self.representatives = representatives
  }
}

/// The beats that one class of units may hold, with what holding each costs.
struct ClassOptions: Sendable {
  /// A beat that the class may hold.
  struct Option: Sendable {
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

/// The beats of the scope by department and district, so that a class of short reach need not look at a whole city.
struct BeatsByPlace: Sendable {
  /// The beats of the scope, ascending.
  let all: [Int]
  private var ofDepartment: [[Int]]
  private var ofDistrict: [[Int]]

  /// The beats of a scope; O(beats).
  init(_ context: PlanContext) {
    let roster = context.roster
    ofDepartment = Array(repeating: [], count: roster.departments.count)
    ofDistrict = Array(repeating: [], count: roster.districts.count)
    all = roster.beats.indices.filter { context.isPlanned[$0] }
    for beat in all {
      let place = Place.beat(BeatReference(beat))
      if let department = roster.department(of: place) { ofDepartment[department.index].append(beat) }
      if let district = roster.district(of: place) { ofDistrict[district.index].append(beat) }
    }
  }

  /// Beats among which are all that a unit of this reach and home reaches.
  func within(_ reach: Reach, of home: Place, in roster: Roster) -> [Int] {
    switch reach {
    case .city: all
    case .district: roster.district(of: home).map { ofDistrict[$0.index] } ?? all
    case .department:
      roster.department(of: home).map { ofDepartment[$0.index] } ?? roster.district(of: home).map {
        ofDistrict[$0.index]
      }
        ?? all
    }
  }
}
