import RosterModel

/// Draws the places of one district and the groups that hold them.
struct DistrictLayout {
  /// How many beats a district has that no department owns.
  static let ownBeats = 6

  let name: TashkentDistrict
  let horizon: Horizon
  let departmentCount: Int
  /// How many beats each department has.
  let beatsOfDepartments: [Int]
  var random: SeededRandom

  /// The layout of the district at this position of the city.
  init(_ name: TashkentDistrict, options: GeneratorOptions, horizon: Horizon, index: Int) {
    self.name = name
    self.horizon = horizon
    var random = SeededRandom(seed: options.seed, 1, UInt64(index))
    let count = options.departments ?? random.within(4...9)
    departmentCount = count
    beatsOfDepartments = (0..<count).map { department in
      guard let beats = options.beats else { return random.within(6...8) }
      let shared = beats - Self.ownBeats
      return shared * (department + 1) / count - shared * department / count
    }
    self.random = random
  }

  /// Adds the district to the city.
  mutating func add(to city: inout City) {
    let district = DistrictReference(city.districts.count)
    city.districts.append(District(id: name.id, name: name.name))
    var profiles = (0..<departmentCount).map { _ in random.pick(LoadProfile.ofDepartments) }
    addEvents(to: &profiles)
    var posts: [Int] = []
    for number in 1...departmentCount {
      let reference = DepartmentReference(city.departments.count)
      city.departments.append(
        Department(id: "\(name.id)-\(number)", district: district, name: "\(name.name), \(number)-bo'lim"))
      var layout = DepartmentLayout(
        code: "\(name.code)\(number)", place: .department(reference), beatCount: beatsOfDepartments[number - 1],
        profile: profiles[number - 1], random: random)
      posts += layout.add(to: &city)
      random = layout.random
    }
    addOwnBeats(.district(district), to: &city)
    city.groups.append(guardGroup(.district(district), posts: random.shuffled(posts)))
  }

  /// Two events for every 28 days, each in the evening and night of one department.
  private mutating func addEvents(to profiles: inout [LoadProfile]) {
    for _ in 0..<max(1, horizon.period.count / 14) {
      let day = random.within(horizon.period.lowerBound...(horizon.period.upperBound - 1))
      let department = random.below(profiles.count)
      profiles[department].events += [
        LoadProfile.Event(day: day, tile: 1, percent: 150), LoadProfile.Event(day: day, tile: 2, percent: 125),
      ]
    }
  }

  private func guardGroup(_ home: Place, posts: [Int]) -> RotaGroup {
    let evening = Array(posts.prefix((posts.count * 3 + 4) / 5))
    let day = Array(posts.prefix((posts.count + 3) / 4))
    return RotaGroup(
      prefix: "\(name.code)-g", force: .guard, home: home, reach: .district, regime: .threeShift,
      postings: .slots([day, evening, evening, [], []]),
      strength: [day.count, evening.count, evening.count, 0, 0], profile: .residential,
      modes: [.foot, .foot, .foot, .car], officers: 3...4)
  }
}
