import RosterModel

/// Units that are alike in all that says where they may stand, when they may work, and which demand counts them.
struct StaffClasses {
  private struct Key: Hashable {
    var force: Force
    var home: Place
    var reach: Reach
    var regime: RegimeReference
    /// The first 64 skills as bits, and the others.
    var skills: UInt64 = 0
    var more: [Int32] = []
  }

  /// The units of each class, ascending.
  let units: NumberLists

  /// The classes of a roster's units; O(units).
  init(_ frame: RosterFrame) {
    var numbers: [Key: Int32] = [:]
    let classOfUnit = frame.roster.units.indices.map { number in
      let unit = frame.roster.units[number]
      var key = Key(force: unit.force, home: unit.home, reach: unit.reach, regime: unit.regime)
      for skill in frame.skills.numbers(ofUnit: number) {
        if skill < 64 { key.skills |= 1 << UInt64(skill) } else { key.more.append(skill) }
      }
      key.more.sort()
      let known = numbers[key] ?? Int32(numbers.count)
      numbers[key] = known
      return known
    }
    units = NumberLists(positionsOf: classOfUnit, count: numbers.count)
  }

  /// How many classes there are.
  var count: Int { units.count }

  /// A unit that stands for its class.
  func example(_ number: Int) -> Int { Int(units.values[units.range(number).lowerBound]) }
}
