import RosterModel

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
