extension Roster {
  /// The department a place is in or is; `nil` for the city, a district and what is not known.
  public func department(of place: Place) -> DepartmentReference? {
    switch place {
    case .department(let reference) where reference.isKnown: reference
    case .beat(let reference) where reference.isKnown: department(of: beats[reference.index].place)
    default: nil
    }
  }

  /// The district a place is in or is; `nil` for the city and what is not known.
  public func district(of place: Place) -> DistrictReference? {
    switch place {
    case .city, .unknown: return nil
    case .district(let reference): return reference.isKnown ? reference : nil
    case .department(let reference):
      guard reference.isKnown else { return nil }
      let district = departments[reference.index].district
      return district.isKnown ? district : nil
    case .beat(let reference): return reference.isKnown ? district(of: beats[reference.index].place) : nil
    }
  }

  /// Whether a place is the other or lies in it.
  public func contains(_ outer: Place, _ inner: Place) -> Bool {
    switch outer {
    case .city:
      if case .unknown = inner { return false }
      return true
    case .district(let reference): return reference.isKnown && district(of: inner) == reference
    case .department(let reference): return reference.isKnown && department(of: inner) == reference
    case .beat: return outer == inner
    case .unknown: return false
    }
  }

  /// Whether a unit may be posted to a beat by its home and reach alone.
  ///
  /// A beat of a district, which no department owns, is within the reach of a unit of one of its departments only where
  /// the reach is the district or the city. A unit whose home is wider than its reach reaches all of its home.
  public func isWithinReach(_ unit: Unit, _ beat: Beat) -> Bool {
    switch unit.reach {
    case .city: return true
    case .district:
      guard let home = district(of: unit.home) else { return unit.home == .city }
      return district(of: beat.place) == home
    case .department:
      guard let home = department(of: unit.home) else { return contains(unit.home, beat.place) }
      return department(of: beat.place) == home
    }
  }

  /// How far a beat is from a unit's home: 0 same department, 1 same district, 2 elsewhere.
  public func distance(from home: Place, to beat: Beat) -> Int {
    if contains(home, beat.place) { return 0 }
    if let own = department(of: home), own == department(of: beat.place) { return 0 }
    if let own = district(of: home), own == district(of: beat.place) { return 1 }
    return 2
  }
}
