import RosterModel

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
