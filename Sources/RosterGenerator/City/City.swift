import RosterModel

/// The places of a generated city and the groups of units that hold them, in the order made.
struct City {
  var districts: [District] = []
  var departments: [Department] = []
  var beats: [Beat] = []
  var groups: [RotaGroup] = []

  /// The city that the options ask for.
  init(_ options: GeneratorOptions, horizon: Horizon) {
    for index in 0..<options.districts {
      let name = TashkentDistrict.all.first { $0.name == options.districtName } ?? TashkentDistrict.at(index)
      var layout = DistrictLayout(name, options: options, horizon: horizon, index: index)
      layout.add(to: &self)
    }
    groups.append(cityGuard)
  }

  /// The district that a beat lies in.
  func district(ofBeat beat: Int) -> DistrictReference {
    switch beats[beat].place {
    case .department(let department): departments[department.index].district
    case .district(let district): district
    case .city, .beat, .unknown: DistrictReference(stray: 0)
    }
  }

  /// National Guard dog patrols of the whole city, a week in one district and the next in another.
  private var cityGuard: RotaGroup {
    let posts = districts.indices.map { district in
      beats.indices.filter { beat in
        beats[beat].kind == .post && self.district(ofBeat: beat).index == district
      }
    }
    let perDistrict = [1, 3, 3]
    return RotaGroup(
      prefix: "city-g", force: .guard, home: .city, reach: .city, regime: .threeShift, postings: .roaming(posts),
      strength: perDistrict.map { $0 * districts.count }, profile: .residential, modes: [.canine], officers: 2...3)
  }
}
