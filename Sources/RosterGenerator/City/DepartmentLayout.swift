import RosterModel

/// Draws the beats of one department and the groups that hold them.
struct DepartmentLayout {
  /// What the ids of its beats and units begin with.
  let code: String
  let place: Place
  let beatCount: Int
  let profile: LoadProfile
  var random: SeededRandom

  /// Adds beats and groups to the city.
  ///
  /// - Returns: the indices of its posts.
  mutating func add(to city: inout City) -> [Int] {
    let evening = beatCount > 4 ? 1 : 0
    let posts = (beatCount - 1 - evening + 1) / 2
    let routes = beatCount - 1 - evening - posts
    let first = city.beats.count
    for number in 1...posts { city.beats.append(post(number)) }
    for number in 1...routes { city.beats.append(route(number)) }
    for number in 0..<evening { city.beats.append(eveningPost(posts + number + 1)) }
    city.beats.append(carRoute(routes + 1))
    let around = Array(first..<(first + posts + routes))
    let byEvening = Array((first + posts + routes)..<(first + posts + routes + evening))
    let postBeats = Array(first..<(first + posts)) + byEvening
    let car = city.beats.count - 1
    addPolice(around: random.shuffled(around), evening: byEvening, car: car, to: &city)
    addOthers(posts: random.shuffled(postBeats), to: &city)
    return postBeats
  }

  private mutating func addPolice(around: [Int], evening: [Int], car: Int, to city: inout City) {
    let second = Array(around.prefix((around.count * 2 + 2) / 3))
    let slots = [around, around + evening + second + evening, around + second, [], []]
    city.groups += [
      RotaGroup(
        prefix: "\(code)-u", force: .police, home: place, reach: .department, regime: .threeShift,
        postings: .slots(slots), strength: slots.map(\.count), profile: profile,
        modes: [.foot, .foot, .foot, .foot, .motorcycle, .bicycle],
        extraSkills: [("first-aid", 30), ("english", 6)], reachesDistrict: 10, officers: 2...3),
      RotaGroup(
        prefix: "\(code)-a", force: .police, home: place, reach: .department, regime: .threeShift,
        postings: .slots([[car], [car, car], [car, car], [], []]), strength: [1, 2, 2, 0, 0], profile: .even,
        modes: [.car], extraSkills: [("first-aid", 30)], officers: 2...2),
    ]
  }

  private func addOthers(posts: [Int], to city: inout City) {
    let volunteers = posts.count / 2 + 1
    var workdays = LoadProfile.even
    for weekend in 5...6 { workdays.weekdays[weekend] = [0, 0, 0] }
    city.groups += [
      RotaGroup(
        prefix: "\(code)-w", force: .police, home: place, reach: .department, regime: .day,
        postings: .slots([[posts[0]], [], [], [], []]), strength: [1, 0, 0, 0, 0], profile: workdays,
        modes: [.foot], skills: ["women"], officers: 2...2),
      RotaGroup(
        prefix: "\(code)-v", force: .volunteer, home: place, reach: .department, regime: .volunteer,
        postings: .slots([[], [], [], [], posts]), strength: [0, 0, 0, 0, volunteers], profile: profile,
        modes: [.foot], officers: 3...5),
    ]
  }
}

extension DepartmentLayout {
  mutating func post(_ number: Int) -> Beat {
    let (name, task) = random.pick(Self.posts)
    return Beat(id: "\(code)-p\(number)", place: place, name: "\(name), \(number)-post", kind: .post, task: task)
  }

  mutating func eveningPost(_ number: Int) -> Beat {
    let (name, task) = random.pick(Self.eveningPosts)
    return Beat(id: "\(code)-p\(number)", place: place, name: "\(name), \(number)-post", kind: .post, task: task)
  }

  mutating func route(_ number: Int) -> Beat {
    let name = random.pick(Self.streets)
    return Beat(
      id: "\(code)-y\(number)", place: place, name: "\(name), \(number)-yo'nalish", kind: .route,
      task: "Walk both sides; look into courtyards and underpasses")
  }

  mutating func carRoute(_ number: Int) -> Beat {
    let name = random.pick(Self.streets)
    return Beat(
      id: "\(code)-y\(number)", place: place, name: "\(name), \(number)-yo'nalish (avto)", kind: .route,
      forces: .police, needs: ["car"], task: "Drive the outer streets; stop at each school and petrol station")
  }

  private static let posts = [
    ("Bozor", "Walk the rows; be at the gate at every full hour"),
    ("Metro bekati", "Stand at the exits; check the underpass every half hour"),
    ("Avtobekat", "Stand at the platforms; meet the late buses"),
    ("Maktab", "Be at the gate at the beginning and end of lessons"),
    ("Shifoxona", "Stand at the emergency entrance"),
    ("Savdo markazi", "Walk both floors; be at the door at closing time"),
  ]

  private static let eveningPosts = [
    ("Istirohat bog'i", "Walk the alleys until the gates are closed"),
    ("Stadion", "Stand at the north gate; watch the car park"),
    ("Choyxona", "Walk the square; be seen"),
  ]

  private static let streets = [
    "Bog'ishamol", "Chinor", "Navbahor", "Guliston", "Do'stlik", "Tinchlik", "Oqtepa", "Qo'shko'prik", "Yangi hayot",
    "Hamdo'st", "Anhor bo'yi", "Lolazor",
  ]
}
