import RosterModel

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
