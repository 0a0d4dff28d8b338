import RosterModel

/// The beats of the scope by department and district, so that a class of short reach need not look at a whole city.
struct BeatsByPlace: Sendable {
  /// The beats of the scope, ascending.
  let all: [Int]
  private var ofDepartment: [[Int]]
  private var ofDistrict: [[Int]]

  /// The beats of a scope; O(beats).
  init(_ context: PlanContext) {
    let roster = context.roster
    ofDepartment = Array(repeating: [], count: roster.departments.count)
    ofDistrict = Array(repeating: [], count: roster.districts.count)
    all = roster.beats.indices.filter { context.isPlanned[$0] }
    for beat in all {
      let place = Place.beat(BeatReference(beat))
      if let department = roster.department(of: place) { ofDepartment[department.index].append(beat) }
      if let district = roster.district(of: place) { ofDistrict[district.index].append(beat) }
    }
  }

  /// Beats among which are all that a unit of this reach and home reaches.
  func within(_ reach: Reach, of home: Place, in roster: Roster) -> [Int] {
    switch reach {
    case .city: all
    case .district: roster.district(of: home).map { ofDistrict[$0.index] } ?? all
    case .department:
      roster.department(of: home).map { ofDepartment[$0.index] } ?? roster.district(of: home).map {
        ofDistrict[$0.index]
      }
        ?? all
    }
  }
}
