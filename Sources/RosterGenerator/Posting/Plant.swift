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

/// A unit with what was planted for it.
struct PlantedUnit {
  var unit: Unit
  /// The shift of each day of the horizon, or `WeekPattern.off`.
  var rota: [Int8]
  /// Whether it was added to the plant: it stands only in the history.
  var isSpare: Bool
}

/// Makes the units of groups: ids, callsigns, leaders, equipment.
struct UnitMaker {
  private var numbers: [String: Int] = [:]

  /// The next unit of a group; `number` counts from 1 within it.
  mutating func unit(_ group: RotaGroup, number: Int, random: inout SeededRandom) -> Unit {
    let digits = String(number)
    let id = group.prefix + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let word = random.pick(Self.words(group))
    let count = numbers[word, default: 0] + 1
    numbers[word] = count
    var skills = group.skills
    for extra in group.extraSkills where random.chance(extra.percent) { skills.append(extra.skill) }
    let reach = random.chance(group.reachesDistrict) ? .district : group.reach
    return Unit(
      id: id, callsign: "\(word)-\(count)", force: group.force, home: group.home, reach: reach,
      regime: group.regime.reference, officers: random.within(group.officers), mode: random.pick(group.modes),
      skills: skills, leader: leader(group, random: &random))
  }

  private func leader(_ group: RotaGroup, random: inout SeededRandom) -> String {
    let isCyrillic = random.chance(40)
    let names = isCyrillic ? Self.cyrillicNames : Self.latinNames
    let women = isCyrillic ? Self.cyrillicWomen : Self.latinWomen
    let name = random.pick(group.skills.contains("women") || random.chance(15) ? women : names)
    guard group.force != .volunteer else { return name }
    return random.pick(isCyrillic ? Self.cyrillicRanks : Self.latinRanks) + " " + name
  }

  private static func words(_ group: RotaGroup) -> [String] {
    switch group.force {
    case .police: policeWords
    case .guard: guardWords
    case .volunteer: volunteerWords
    }
  }

  private static let policeWords = [
    "Lochin", "Burgut", "Qalqon", "Sher", "Shunqor", "Bars", "Сокол", "Беркут", "Барс", "Гранит", "Вихрь", "Кречет",
  ]
  private static let guardWords = ["Gvardiya", "Temur", "Qilich", "Щит", "Гвардия", "Витязь"]
  private static let volunteerWords = ["Mahalla", "Hamdard", "Yoshlar", "Ko'mak", "Махалля", "Дружина"]
  private static let latinRanks = ["serjant", "katta serjant", "leytenant", "katta leytenant", "kapitan"]
  private static let cyrillicRanks = ["сержант", "старший сержант", "лейтенант", "старший лейтенант", "капитан"]
  private static let latinNames = ["Aziz", "Bekzod", "Jasur", "Otabek", "Rustam", "Sardor", "Temur", "Ulug'bek"]
  private static let cyrillicNames = ["Азиз", "Бекзод", "Жасур", "Отабек", "Рустам", "Сардор", "Тимур", "Шухрат"]
  private static let latinWomen = ["Dilnoza", "Feruza", "Gulnora", "Malika", "Nilufar", "Zulfiya"]
  private static let cyrillicWomen = ["Дилноза", "Феруза", "Гулнора", "Малика", "Нилуфар", "Зульфия"]
}

/// Spreads a share of a total over its parts, so that the parts add up to the share of the whole, rounded down.
struct EvenShare {
  private let perCent: Int
  private var total = 0

  /// So many per cent.
  init(perCent: Int) { self.perCent = perCent }

  /// What the next part, of this size, has to give.
  mutating func next(of size: Int) -> Int {
    let before = total * perCent / 100
    total += size
    return total * perCent / 100 - before
  }
}
