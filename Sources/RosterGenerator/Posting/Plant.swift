import RosterModel

/// The units of a city, their rotas, and where they stand in the history and the period.
struct Plant {
  private(set) var units: [PlantedUnit] = []
  private(set) var assignments: [Assignment] = []
  /// The units of each group that are not spare.
  private var groups: [Range<Int>] = []

  /// Plants the units of every group, with the spare ones after those of their group, and posts them.
  init(_ city: City, options: GeneratorOptions, horizon: Horizon) {
    let planter = RotaPlanter(horizon: horizon)
    var maker = UnitMaker()
    var share = EvenShare(perCent: max(0, options.spare))
    var ranges: [Range<Int>] = []
    for (number, group) in city.groups.enumerated() {
      let streams = (0..<3).map { SeededRandom(seed: options.seed, 2, UInt64(number), $0) }
      var (planted, added, named) = (streams[0], streams[1], streams[2])
      let size = group.size(horizon)
      let spare = share.next(of: size)
      let first = units.count
      let rotas =
        planter.rotas(group, count: size, random: &planted) + planter.rotas(group, count: spare, random: &added)
      for index in 0..<(size + spare) {
        var rota = Array(rotas[index * horizon.dayCount..<(index + 1) * horizon.dayCount])
        if index >= size { for day in horizon.period { rota[day] = WeekPattern.off } }
        units.append(
          PlantedUnit(
            unit: maker.unit(group, number: index + 1, random: &named), rota: rota, isSpare: index >= size))
      }
      ranges.append(first..<units.count)
      groups.append(first..<(first + size))
    }
    var poster = Poster(beats: city.beats.count, horizon: horizon, atMost: StandardSettings.volunteersPerEscort)
    for isVolunteer in [false, true] {
      for (number, group) in city.groups.enumerated() where (group.force == .volunteer) == isVolunteer {
        poster.post(group, &units, ranges[number], random: SeededRandom(seed: options.seed, 4, UInt64(number)))
      }
    }
    assignments = poster.assignments
  }

  /// Takes a share of the units of every group away, with their assignments; nothing where the share is below 1.
  mutating func leaveOut(perCent: Int, seed: UInt64) {
    guard perCent > 0 else { return }
    var random = SeededRandom(seed: seed, 5)
    var share = EvenShare(perCent: perCent)
    var isLeftOut = [Bool](repeating: false, count: units.count)
    for group in groups {
      for unit in random.shuffled(Array(group)).prefix(share.next(of: group.count)) { isLeftOut[unit] = true }
    }
    var renumbered: [Int] = []
    var kept = 0
    for isOut in isLeftOut {
      renumbered.append(kept)
      if !isOut { kept += 1 }
    }
    units = units.indices.filter { !isLeftOut[$0] }.map { units[$0] }
    assignments = assignments.compactMap { assignment in
      guard !isLeftOut[assignment.unit.index] else { return nil }
      var assignment = assignment
      assignment.unit = UnitReference(renumbered[assignment.unit.index])
      return assignment
    }
    groups = []
  }
}
