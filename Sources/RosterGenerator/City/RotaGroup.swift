import RosterModel

/// Units that are alike for planting: of one force, home, reach, regime and equipment, for the same beats.
struct RotaGroup {
  /// Where its units may stand.
  enum Postings {
    /// In each shift, by its index, on these beats: one unit for each entry, those first in the list first.
    case slots([[Int]])
    /// Week by week in another of these lists of beats, one list a district.
    case roaming([[Int]])
  }

  /// What the ids of its units begin with.
  var prefix: String
  var force: Force
  var home: Place
  var reach: Reach
  var regime: StandardRegime
  var postings: Postings
  /// How many units stand in each shift on an ordinary day, by the shift's index.
  var strength: [Int]
  var profile: LoadProfile
  /// How its units move, one entry for each equally likely unit.
  var modes: [Mode]
  /// What each of its units can do.
  var skills: [String] = []
  /// What some of its units can do besides, with the share of them in per cent.
  var extraSkills: [(skill: String, percent: Int)] = []
  /// The share of its units, in per cent, that may be posted in all of their district.
  var reachesDistrict = 0
  /// How many people a unit is.
  var officers: ClosedRange<Int>

  /// How many units it takes to stand there on every day of the horizon.
  func size(_ horizon: Horizon) -> Int {
    var thousandths = 0
    for day in 0..<horizon.dayCount {
      for (shift, count) in strength.enumerated() where count > 0 {
        thousandths += count * 10 * profile.percent(day: day, tile: LoadProfile.tile(ofShift: shift))
      }
    }
    let perUnit = regime.workingDaysPerThousandWeeks * horizon.weeks
    return max(1, (thousandths + perUnit / 2) / perUnit)
  }
}
