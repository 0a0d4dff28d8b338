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

extension DistrictLayout {
  /// Response cars, checkpoints held by 24/72 crews, and a route for visitors, with the police who hold them.
  func addOwnBeats(_ place: Place, to city: inout City) {
    let cars = addResponseCars(place, to: &city)
    let checkpoints = addCheckpoints(place, to: &city)
    let route = addVisitorRoute(place, to: &city)
    let carSlots = [cars, cars + cars, cars + cars, [], []]
    let crews = Array(repeating: checkpoints, count: 2).flatMap(\.self).prefix(checkpoints.count + 1)
    city.groups += [
      RotaGroup(
        prefix: "\(name.code)-r", force: .police, home: place, reach: .district, regime: .threeShift,
        postings: .slots(carSlots), strength: carSlots.map(\.count), profile: .residential, modes: [.car],
        extraSkills: [("first-aid", 60)], officers: 2...3),
      RotaGroup(
        prefix: "\(name.code)-d", force: .police, home: place, reach: .district, regime: .twentyFourSeventyTwo,
        postings: .slots([[], [], [], Array(crews), []]), strength: [0, 0, 0, crews.count, 0], profile: .even,
        modes: [.car], officers: 3...4),
      RotaGroup(
        prefix: "\(name.code)-t", force: .police, home: place, reach: .district, regime: .threeShift,
        postings: .slots([route, route + route, route + route, [], []]), strength: [1, 2, 2, 0, 0],
        profile: .even, modes: [.foot, .bicycle], skills: ["english"], officers: 2...2),
    ]
  }

  private func addResponseCars(_ place: Place, to city: inout City) -> [Int] {
    (1...3).map { number in
      city.beats.append(
        Beat(
          id: "\(name.code)-car\(number)", place: place, name: "Tezkor guruh \(number)", kind: .response,
          forces: [.police], needs: ["car"], task: "Answer calls; report to the duty officer by radio every hour"))
      return city.beats.count - 1
    }
  }

  private func addCheckpoints(_ place: Place, to city: inout City) -> [Int] {
    (1...2).map { number in
      city.beats.append(
        Beat(
          id: "\(name.code)-k\(number)", place: place, name: "Nazorat posti \(number)", kind: .checkpoint,
          forces: [.police, .guard], task: "Check vehicles; keep the log; hand over at 08:00"))
      return city.beats.count - 1
    }
  }

  private func addVisitorRoute(_ place: Place, to city: inout City) -> [Int] {
    city.beats.append(
      Beat(
        id: "\(name.code)-sayyoh", place: place, name: "Sayyohlar yo'nalishi", kind: .route, forces: [.police],
        needs: ["english"], task: "Walk the old streets and the hotels; help visitors"))
    return [city.beats.count - 1]
  }
}

extension ForceSet {
  /// The police alone.
  static let police = ForceSet([Force.police])
  /// The National Guard alone.
  static let `guard` = ForceSet([Force.guard])
}

/// A district of Tashkent by its real name, in Uzbek Latin.
struct TashkentDistrict {
  /// What people call it.
  var name: String
  /// Its id in tables.
  var id: String
  /// What the ids of its departments' beats and units begin with.
  var code: String
}

extension TashkentDistrict {
  /// The twelve districts, in the order of their names.
  static let all = [
    TashkentDistrict(name: "Bektemir", id: "bektemir", code: "bek"),
    TashkentDistrict(name: "Chilonzor", id: "chilonzor", code: "chi"),
    TashkentDistrict(name: "Mirobod", id: "mirobod", code: "mir"),
    TashkentDistrict(name: "Mirzo Ulug'bek", id: "mirzo-ulugbek", code: "mul"),
    TashkentDistrict(name: "Olmazor", id: "olmazor", code: "olm"),
    TashkentDistrict(name: "Sergeli", id: "sergeli", code: "ser"),
    TashkentDistrict(name: "Shayxontohur", id: "shayxontohur", code: "sha"),
    TashkentDistrict(name: "Uchtepa", id: "uchtepa", code: "uch"),
    TashkentDistrict(name: "Yakkasaroy", id: "yakkasaroy", code: "yak"),
    TashkentDistrict(name: "Yashnobod", id: "yashnobod", code: "yas"),
    TashkentDistrict(name: "Yunusobod", id: "yunusobod", code: "yun"),
    TashkentDistrict(name: "Yangihayot", id: "yangihayot", code: "yan"),
  ]

  /// The district at a position; those beyond the twelfth are numbered.
  static func at(_ index: Int) -> TashkentDistrict {
    if index < all.count { return all[index] }
    let number = index + 1
    return TashkentDistrict(name: "District \(number)", id: "district-\(number)", code: "d\(number)")
  }
}
