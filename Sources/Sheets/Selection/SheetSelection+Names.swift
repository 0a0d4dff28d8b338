import RosterModel

extension SheetSelection {
  /// The selection that ids name; an id is understood in any case, as ids are unique without regard to it.
  ///
  /// - Throws: `SheetSelectionError` where an id is not in the roster, or the department not in the district.
  public init(
    in roster: Roster, days: ClosedRange<Day>? = nil, district: String? = nil, department: String? = nil,
    shift: String? = nil
  ) throws(SheetSelectionError) {
    self.init(days: days)
    if let district {
      self.district = DistrictReference(try Self.index(of: district, kind: .district, in: roster.districts.map(\.id)))
    }
    if let department {
      let ids = roster.departments.map(\.id)
      self.department = DepartmentReference(try Self.index(of: department, kind: .department, in: ids))
    }
    if let shift {
      self.shift = ShiftReference(try Self.index(of: shift, kind: .shift, in: roster.settings.shifts.shifts.map(\.id)))
    }
    if let chosen = self.department, let district = self.district {
      let own = roster.departments[chosen.index].district
      guard own == district else {
        throw .departmentElsewhere(
          department: roster.id(chosen), district: roster.id(district), itsDistrict: roster.id(own))
      }
    }
  }

  private static func index(
    of id: String, kind: SheetSelectionError.Kind, in known: [String]
  ) throws(SheetSelectionError) -> Int {
    let lowered = id.lowercased()
    guard let index = known.firstIndex(where: { $0.lowercased() == lowered }) else {
      throw .unknown(kind: kind, id: id, known: known)
    }
    return index
  }
}
