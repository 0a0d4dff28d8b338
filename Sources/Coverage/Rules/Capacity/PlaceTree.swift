import RosterModel

/// The places of a roster as a tree, by number: beats first, then departments, districts and the city, so that a place
/// comes after those in it.
struct PlaceTree {
  /// The number of the place around each; -1 for the city.
  let parents: [Int]

  private let beats: Int
  private let departments: Int
  private let districts: Int

  /// How many places there are.
  var count: Int { parents.count }

  /// The number of the city.
  var city: Int { beats + departments + districts }

  /// The places of a roster; one whose own place is not known lies in the city.
  init(_ roster: Roster) {
    let (beats, departments, districts) = (roster.beats.count, roster.departments.count, roster.districts.count)
    (self.beats, self.departments, self.districts) = (beats, departments, districts)
    let city = beats + departments + districts
    func district(_ place: Place) -> Int {
      roster.district(of: place).map { beats + departments + $0.index } ?? city
    }
    parents =
      roster.beats.map { beat in roster.department(of: beat.place).map { beats + $0.index } ?? district(beat.place) }
      + roster.departments.indices.map { district(.department(DepartmentReference($0))) }
      + [Int](repeating: city, count: districts) + [-1]
  }

  /// The number of a place; `nil` where it is not known.
  func number(of place: Place) -> Int? {
    switch place {
    case .beat(let reference): reference.isKnown ? reference.index : nil
    case .department(let reference): reference.isKnown ? beats + reference.index : nil
    case .district(let reference): reference.isKnown ? beats + departments + reference.index : nil
    case .city: city
    case .unknown: nil
    }
  }

  /// The place of a number.
  func place(_ number: Int) -> Place {
    if number < beats { return .beat(BeatReference(number)) }
    if number < beats + departments { return .department(DepartmentReference(number - beats)) }
    return number < city ? .district(DistrictReference(number - beats - departments)) : .city
  }
}
