import RosterModel

/// Which department and district each beat and unit belongs to, and which beats each place holds.
struct PlaceIndex: Sendable {
  /// The department of each beat; -1 where none owns it.
  let departmentOfBeat: [Int32]
  /// The district of each beat; -1 where it is not known.
  let districtOfBeat: [Int32]
  /// The district of each unit's home; -1 for the city and where it is not known.
  let districtOfUnit: [Int32]
  /// How far each unit may be posted.
  private let reachOfUnit: [ReachCode]
  /// The beats of each department, ascending.
  let beatsOfDepartment: NumberLists
  /// The beats of each district, those of its departments included, ascending.
  let beatsOfDistrict: NumberLists

  private let allBeats: [Int32]

  /// The index of a roster's places; O(beats + units).
  init(_ roster: Roster) {
    allBeats = (0..<Int32(roster.beats.count)).map { $0 }
    departmentOfBeat = roster.beats.map { roster.department(of: $0.place)?.raw ?? -1 }
    districtOfBeat = roster.beats.map { roster.district(of: $0.place)?.raw ?? -1 }
    districtOfUnit = roster.units.map { roster.district(of: $0.home)?.raw ?? -1 }
    reachOfUnit = roster.units.map { unit in
      switch unit.reach {
      case .city: .anywhere
      case .district: roster.district(of: unit.home).map { .district($0.raw) } ?? .askTheRoster
      case .department: roster.department(of: unit.home).map { .department($0.raw) } ?? .askTheRoster
      }
    }
    beatsOfDepartment = NumberLists(positionsOf: departmentOfBeat, count: roster.departments.count)
    beatsOfDistrict = NumberLists(positionsOf: districtOfBeat, count: roster.districts.count)
  }

  /// The beats of a place, ascending; every beat for the city, none for what is not known.
  func beats(in place: Place) -> [Int32] {
    switch place {
    case .city: return (0..<Int32(departmentOfBeat.count)).map { $0 }
    case .district(let reference): return reference.isKnown ? Array(beatsOfDistrict[reference.index]) : []
    case .department(let reference): return reference.isKnown ? Array(beatsOfDepartment[reference.index]) : []
    case .beat(let reference): return reference.isKnown ? [reference.raw] : []
    case .unknown: return []
    }
  }

  /// The beats that may be within a unit's reach: those of its home's district, or all.
  func beatsNear(_ unit: Int) -> ArraySlice<Int32> {
    if case .anywhere = reachOfUnit[unit] { return allBeats[...] }
    let district = districtOfUnit[unit]
    return district < 0 ? allBeats[...] : beatsOfDistrict[Int(district)]
  }

  /// Whether a beat is within a unit's reach, as `Roster.isWithinReach` says it, from numbers at hand where they do.
  func isWithinReach(_ unit: Int, _ beat: Int, _ roster: @autoclosure () -> Roster) -> Bool {
    switch reachOfUnit[unit] {
    case .anywhere: true
    case .district(let district): districtOfBeat[beat] == district
    case .department(let department): departmentOfBeat[beat] == department
    case .askTheRoster: roster().isWithinReach(roster().units[unit], roster().beats[beat])
    }
  }

  private enum ReachCode {
    case anywhere
    case district(Int32)
    case department(Int32)
    case askTheRoster
  }
}
