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
