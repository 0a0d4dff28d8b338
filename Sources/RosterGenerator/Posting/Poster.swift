import RosterModel

/// Puts the units on duty on the beats of their group, day by day.
///
/// The first of a group's slots fill first, so that what the rotas leave uneven falls on a few beats of a department
/// and the demand of the others can be said in a row. A unit stays on its beat of the last time where it can.
struct Poster {
  private(set) var assignments: [Assignment] = []
  private let horizon: Horizon
  private let atMost: Int
  /// Units that may escort in the evening, by beat and day of the horizon.
  private var escorts: [Int16]
  /// Volunteers in the evening, by beat and day of the horizon.
  private var escorted: [Int16]
  /// How many units a beat can still take in the shift at hand; all zero between two shifts.
  private var open: [Int16]

  /// A poster for so many beats; `atMost` volunteers stand beside one escorting unit.
  init(beats: Int, horizon: Horizon, atMost: Int) {
    self.horizon = horizon
    self.atMost = atMost
    escorts = [Int16](repeating: 0, count: beats * horizon.dayCount)
    escorted = escorts
    open = [Int16](repeating: 0, count: beats)
  }

  /// Posts the units of a group for the history and the period.
  ///
  /// A volunteer for whom no beat has an escort gets the evening off. O(units × days).
  ///
  /// - Parameters:
  ///   - units: the planted units of the city.
  ///   - range: those of the group.
  mutating func post(_ group: RotaGroup, _ units: inout [PlantedUnit], _ range: Range<Int>, random: SeededRandom) {
    var last = [Int](repeating: -1, count: range.count)
    for day in horizon.written {
      for shift in StandardShift.allCases {
        let onDuty = range.filter {
          units[$0].rota[day] == Int8(shift.rawValue) && !(units[$0].isSpare && horizon.period.contains(day))
        }
        guard !onDuty.isEmpty else { continue }
        switch group.postings {
        case .slots(let slots):
          fill(group, slots[shift.rawValue], onDuty, day, shift, &units, last: &last, first: range.lowerBound)
        case .roaming(let areas):
          let here = onDuty.map { Self.area(of: $0, week: day / 7, count: areas.count, random) }
          for area in areas.indices {
            let there = onDuty.indices.filter { here[$0] == area }.map { onDuty[$0] }
            let beats = areas[area]
            let slots = beats.indices.map { beats[($0 + day / 7) % beats.count] }
            fill(group, slots, there, day, shift, &units, last: &last, first: range.lowerBound)
          }
        }
      }
    }
  }

  private static func area(of unit: Int, week: Int, count: Int, _ random: SeededRandom) -> Int {
    var stream = random
    return SeededRandom(seed: stream.next(), UInt64(unit), UInt64(week)).first(below: count)
  }

  private mutating func fill(
    _ group: RotaGroup, _ slots: [Int], _ onDuty: [Int], _ day: Int, _ shift: StandardShift,
    _ units: inout [PlantedUnit], last: inout [Int], first: Int
  ) {
    var places: [Int] = []
    var refused = 0
    var next = 0
    while places.count < onDuty.count, refused < slots.count {
      let beat = slots[next % slots.count]
      next += 1
      if group.force == .volunteer, !hasRoomBesideEscorts(beat, day) {
        refused += 1
      } else {
        refused = 0
        places.append(beat)
        open[beat] += 1
        count(group.force, beat, day, shift)
      }
    }
    var moving: [Int] = []
    for unit in onDuty {
      let beat = last[unit - first]
      if beat >= 0, open[beat] > 0 {
        append(unit, beat, day, shift)
      } else {
        moving.append(unit)
      }
    }
    var left = places.makeIterator()
    for unit in moving {
      var beat = left.next()
      while let full = beat, open[full] == 0 { beat = left.next() }
      if let beat {
        append(unit, beat, day, shift)
        last[unit - first] = beat
      } else {
        units[unit].rota[day] = WeekPattern.off
      }
    }
  }

  private mutating func append(_ unit: Int, _ beat: Int, _ day: Int, _ shift: StandardShift) {
    open[beat] -= 1
    assignments.append(
      Assignment(
        day: horizon.day(day), shift: shift.reference, beat: BeatReference(beat), unit: UnitReference(unit)))
  }

  private func hasRoomBesideEscorts(_ beat: Int, _ day: Int) -> Bool {
    let index = beat * horizon.dayCount + day
    return Int(escorted[index]) < atMost * Int(escorts[index])
  }

  private mutating func count(_ force: Force, _ beat: Int, _ day: Int, _ shift: StandardShift) {
    let index = beat * horizon.dayCount + day
    if force == .volunteer {
      escorted[index] += 1
    } else if shift == .evening || shift == .dayAndNight {
      escorts[index] += 1
    }
  }
}

extension SeededRandom {
  /// The stream's first number below a bound.
  fileprivate func first(below bound: Int) -> Int {
    var stream = self
    return stream.below(bound)
  }
}
