extension ShiftTime {
  var isSane: Bool {
    -Problem.farthest...Problem.farthest ~= start && start...(start + 14_400) ~= end && 0...14_400 ~= minutes
  }
}

extension Strength {
  var isSane: Bool {
    switch self {
    case .hard: true
    case .soft(let weight): 0...1_000_000 ~= weight
    }
  }
}

extension Balance.Measure {
  var rank: Int {
    switch self {
    case .nights: 0
    case .weekendDays: 1
    case .hours: 2
    }
  }
}

extension Bounds {
  var limits: [Limit] { [minimum, maximum].compactMap { $0 } }
}

extension Contract {
  var limits: [Limit] {
    let bounds =
      [workRun, nightRun, offRun, totalMinutes, assignments, weekMinutes] + (shiftRuns + shiftCounts).map(\.bounds)
    return bounds.flatMap(\.limits) + [minimumRest, weeklyRest, maximumWeekends].compactMap { $0 }
  }

  var strengths: [Strength] {
    limits.map(\.strength) + [successionStrength] + [completeWeekends].compactMap { $0 }
  }

  var values: [Int] { limits.map(\.value) }
}
