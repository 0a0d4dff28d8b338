import RosterEngine

/// A patrol-like problem whose demand is exactly what a planted legal roster covers, plus spare staff.
///
/// Departments of a few beats each; day, evening and night shifts under rest, weekly rest, run, hour, weekend and night
/// rules; crews of 24 hours on and 72 off; evening volunteers under escort; some staff who may go anywhere. About four
/// absence days a staff member are drawn from the planted days off.
struct PlantedCity {
  var departments = 2
  var beatsPerDepartment = 7
  var staffPerDepartment = 58
  var sparePercent = 5
  var widePercent = 4
  let dayCount = 28
  let historyDayCount = 14

  private let dayShift = 0
  private let evening = 1
  private let night = 2
  private let roundTheClock = 3

  private enum Kind: Int, CaseIterable { case rota, crew, volunteer, wide }

  /// Lines of a beat: everyone, those who escort, those who are escorted.
  private func beatLine(_ beat: Int) -> Int { beat * 3 }
  private var beats: Int { departments * beatsPerDepartment }
  private func departmentLine(_ department: Int) -> Int { beats * 3 + department }
  private var cityLine: Int { beats * 3 + departments }

  /// The problem, and the planted roster of all but the spare staff.
  func make(seed: UInt64) -> (problem: Problem, planted: [Assignment?]) {
    var random = TestRandom(seed)
    var problem = frame()
    problem.classes = classes()
    var kinds: [(kind: Kind, department: Int)] = []
    for department in 0..<departments {
      for index in 0..<staffPerDepartment {
        let share = index * 100 / staffPerDepartment
        let kind: Kind = share < widePercent ? .wide : share < 14 ? .crew : share < 24 ? .volunteer : .rota
        kinds.append((kind, department))
      }
    }
    let plantedCount = kinds.count
    for _ in 0..<max(0, plantedCount * sparePercent / 100) { kinds.append(kinds[random.below(plantedCount)]) }
    for (kind, department) in kinds {
      let staffClass = kind == .wide ? departments * 3 : department * 3 + kind.rawValue
      problem.staff.append(Staff(staffClass: staffClass, contract: kind == .wide ? 0 : kind.rawValue))
    }
    var planted: [Assignment?] = []
    var police = [Int](repeating: 0, count: beats * dayCount * 3)
    var volunteers = police
    for (member, (kind, department)) in kinds.enumerated() {
      let row = member < plantedCount ? shifts(of: kind, department: department, &random) : []
      var off: [Int] = []
      let wideHome = random.below(departments)
      for day in 0..<dayCount {
        guard member < plantedCount, let shift = row[day] else {
          planted.append(nil)
          off.append(day)
          continue
        }
        let home = kind == .wide ? wideHome : department
        var beat = home * beatsPerDepartment + skewed(beatsPerDepartment, &random)
        if kind == .volunteer {
          let cell = { (beat: Int) in (beat * dayCount + day) * 3 + evening }
          let choices = (0..<beatsPerDepartment).map { home * beatsPerDepartment + $0 }
            .filter { police[cell($0)] * 2 > volunteers[cell($0)] }
          guard let choice = choices.randomElement(using: &random) else {
            planted.append(nil)
            off.append(day)
            continue
          }
          beat = choice
          volunteers[cell(beat)] += 1
        } else {
          for slot in problem.shifts[shift].slots { police[(beat * dayCount + day) * 3 + slot] += 1 }
        }
        planted.append(Assignment(shift: shift, post: beat))
      }
      for day in off.shuffled(using: &random).prefix(member < plantedCount ? 4 : 0) {
        problem.unavailable.append(Unavailability(staff: member, day: day))
      }
    }
    setNeeds(&problem, planted)
    if sparePercent < 0 { leaveOut(every: 100 / -sparePercent, &problem, &planted) }
    return (problem, planted)
  }

  /// Takes every so manyth staff member out, the demand staying as it was.
  private func leaveOut(every step: Int, _ problem: inout Problem, _ planted: inout [Assignment?]) {
    let kept = problem.staff.indices.filter { $0 % step != 0 }
    var renumbered = [Int: Int]()
    for (new, old) in kept.enumerated() { renumbered[old] = new }
    planted = kept.flatMap { planted[($0 * dayCount)..<(($0 + 1) * dayCount)] }
    problem.staff = kept.map { problem.staff[$0] }
    problem.unavailable = problem.unavailable.compactMap { cell in
      renumbered[cell.staff].map { Unavailability(staff: $0, day: cell.day, shifts: cell.shifts) }
    }
  }

  private func skewed(_ count: Int, _ random: inout TestRandom) -> Int {
    min(random.below(count), random.chance(30) ? random.below(count) : count)
  }

  private func frame() -> Problem {
    var problem = Problem(
      dayCount: dayCount, historyDayCount: historyDayCount, slotCount: 3, postCount: beats)
    problem.shifts = [
      Shift(slots: [0]), Shift(slots: [1]), Shift(slots: [2], isNight: true), Shift(slots: [0, 1, 2], isNight: true),
    ]
    for day in -historyDayCount..<dayCount {
      for (start, hours) in [(8, 8), (16, 8), (24, 8), (8, 24)] {
        let instant = day * 1440 + start * 60
        problem.times.append(ShiftTime(start: instant, end: instant + hours * 60))
      }
    }
    for week in 0..<4 {
      let start = week * 7 * 1440 + 480
      problem.weeks.append(Week(days: (week * 7)..<(week * 7 + 7), start: start, end: start + 7 * 1440))
      problem.weekends.append(Weekend(days: [week * 7 + 5, week * 7 + 6]))
    }
    problem.contracts = contracts()
    problem.lineCount = cityLine + 1
    problem.needWeights = [NeedWeights(missing: 1000, short: 100, surplus: 10)]
    problem.ratios = (0..<beats).map { Ratio(limited: beatLine($0) + 2, by: beatLine($0) + 1, factor: 2) }
    problem.continuityWeight = 1
    return problem
  }

  private func contracts() -> [Contract] {
    var rota = Contract(allowedShifts: ShiftSet([dayShift, evening, night]))
    rota.minimumRest = Limit(12 * 60)
    rota.weeklyRest = Limit(42 * 60)
    rota.workRun.maximum = Limit(6)
    rota.nightRun.maximum = Limit(3)
    rota.offRun.minimum = Limit(1)
    rota.weekMinutes.maximum = Limit(48 * 60)
    rota.totalMinutes = Bounds(minimum: Limit(120 * 60, .soft(weight: 1)), maximum: Limit(168 * 60))
    rota.maximumWeekends = Limit(3)
    rota.shiftCounts = [ShiftBounds(shift: night, bounds: Bounds(maximum: Limit(9)))]
    var crew = Contract(allowedShifts: ShiftSet([roundTheClock]))
    crew.minimumRest = Limit(72 * 60)
    crew.totalMinutes.maximum = Limit(168 * 60)
    var volunteer = Contract(allowedShifts: ShiftSet([evening]))
    volunteer.workRun.maximum = Limit(3)
    volunteer.assignments.maximum = Limit(12)
    return [rota, crew, volunteer]
  }

  private func classes() -> [StaffClass] {
    var classes: [StaffClass] = []
    func option(_ beat: Int, isVolunteer: Bool, cost: Int) -> PostOption {
      let department = beat / beatsPerDepartment
      return PostOption(
        post: beat,
        lines: [beatLine(beat), beatLine(beat) + (isVolunteer ? 2 : 1), departmentLine(department), cityLine],
        cost: cost)
    }
    for department in 0..<departments {
      let own = (department * beatsPerDepartment)..<((department + 1) * beatsPerDepartment)
      for kind in 0..<3 {
        classes.append(StaffClass(options: own.map { option($0, isVolunteer: kind == 2, cost: 0) }))
      }
    }
    classes.append(StaffClass(options: (0..<beats).map { option($0, isVolunteer: false, cost: 1) }))
    return classes
  }

  /// A legal row: two days off together each week, shifts only forward within a run of work.
  private func shifts(of kind: Kind, department: Int, _ random: inout TestRandom) -> [Int?] {
    switch kind {
    case .crew:
      let offset = random.below(4)
      return (0..<dayCount).map { $0 % 4 == offset ? roundTheClock : nil }
    case .volunteer:
      let offset = random.below(7)
      return (0..<dayCount).map { [0, 2, 4].contains(($0 + offset) % 7) ? evening : nil }
    case .rota, .wide:
      while true {
        let row = rotaRow(lean: department % 3, &random)
        let nights = row.filter { $0 == night }.count
        let freeWeekends = (0..<4).filter { row[$0 * 7 + 5] == nil && row[$0 * 7 + 6] == nil }.count
        if nights <= 9 && freeWeekends >= 1 { return row }
      }
    }
  }

  private func rotaRow(lean: Int, _ random: inout TestRandom) -> [Int?] {
    var row = [Int?](repeating: dayShift, count: dayCount)
    var offset = random.below(6)
    for week in 0..<4 {
      let latest = week > 0 ? min(5, offset + 1) : 5
      offset = random.below(latest + 1)
      if random.chance(30) { offset = latest }
      row[week * 7 + offset] = nil
      row[week * 7 + offset + 1] = nil
    }
    var shift = dayShift
    var nightsRunning = 0
    for day in 0..<dayCount {
      guard row[day] != nil else {
        shift = random.chance(40 + 10 * lean) ? evening : random.chance(30) ? night : dayShift
        nightsRunning = 0
        continue
      }
      if shift < night && random.chance(25) { shift += 1 }
      if shift == night && nightsRunning == 3 {
        row[day] = nil
        continue
      }
      row[day] = shift
      if shift == night { nightsRunning += 1 }
    }
    return row
  }

  private func setNeeds(_ problem: inout Problem, _ planted: [Assignment?]) {
    var counts = [Int](repeating: 0, count: problem.lineCount * dayCount * 3)
    for (index, assignment) in planted.enumerated() {
      guard let assignment else { continue }
      let options = problem.classes[problem.staff[index / dayCount].staffClass].options
      for option in options where option.post == assignment.post {
        for line in option.lines {
          for slot in problem.shifts[assignment.shift].slots {
            counts[problem.needIndex(line: line, day: index % dayCount, slot: slot)] += 1
          }
        }
      }
    }
    let size = dayCount * 3
    problem.needs = counts.enumerated().map { index, count in
      let line = index / size
      if line < beats * 3 {
        guard line % 3 == 0 else { return .none }
        return Need(minimum: count - (count > 1 ? 1 : 0), preferred: count, maximum: count + 1)
      }
      return Need(minimum: count * 9 / 10, preferred: count)
    }
  }
}
