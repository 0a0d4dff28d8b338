import RosterModel

extension Roster {
  /// Puts districts, departments, beats and units in the order of their ids; every reference follows.
  ///
  /// Every reference must be known. O(n log n) for the rows of all tables.
  mutating func sortByIDs() {
    let districtOrder = Self.order(districts.map(\.id))
    let departmentOrder = Self.order(departments.map(\.id))
    let beatOrder = Self.order(beats.map(\.id))
    let unitOrder = Self.order(units.map(\.id))
    func moved(_ place: Place) -> Place {
      switch place {
      case .district(let reference): .district(DistrictReference(districtOrder.place[reference.index]))
      case .department(let reference): .department(DepartmentReference(departmentOrder.place[reference.index]))
      case .beat(let reference): .beat(BeatReference(beatOrder.place[reference.index]))
      case .city, .unknown: place
      }
    }
    districts = districtOrder.sorted.map { districts[$0] }
    departments = departmentOrder.sorted.map { departments[$0] }
    beats = beatOrder.sorted.map { beats[$0] }
    units = unitOrder.sorted.map { units[$0] }
    for index in departments.indices {
      departments[index].district = DistrictReference(districtOrder.place[departments[index].district.index])
    }
    for index in beats.indices { beats[index].place = moved(beats[index].place) }
    for index in units.indices { units[index].home = moved(units[index].home) }
    for index in demand.indices { demand[index].place = moved(demand[index].place) }
    func moved(_ unit: UnitReference) -> UnitReference { UnitReference(unitOrder.place[unit.index]) }
    for index in absences.indices { absences[index].unit = moved(absences[index].unit) }
    for index in requests.indices { requests[index].unit = moved(requests[index].unit) }
    for index in assignments.indices {
      assignments[index].unit = moved(assignments[index].unit)
      assignments[index].beat = BeatReference(beatOrder.place[assignments[index].beat.index])
    }
  }

  /// The indices in the order of the ids, and for each index its place in that order.
  private static func order(_ ids: [String]) -> (sorted: [Int], place: [Int]) {
    let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
    var place = [Int](repeating: 0, count: ids.count)
    for (position, index) in sorted.enumerated() { place[index] = position }
    return (sorted, place)
  }
}
