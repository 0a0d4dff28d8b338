/// Somewhere that demand, beats and units belong to: the city or a part of it.
public enum Place: Hashable, Sendable {
  case city
  case district(DistrictReference)
  case department(DepartmentReference)
  case beat(BeatReference)
  /// An id that no table defines; the value is its index in `Roster.strays`.
  case unknown(Int32)

  /// The word that names the whole city in tables.
  public static let cityID = "city"
}

/// A district of the city.
public struct District: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// What people call it.
  public var name: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A district of this id and name.
  public init(id: String, name: String, line: Int32 = 0) {
    self.id = id
    self.name = name
    self.line = line
  }
}

/// A department of internal affairs: one of the four to nine parts of a district.
public struct Department: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// The district it belongs to.
  public var district: DistrictReference
  /// What people call it.
  public var name: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A department of this district.
  public init(id: String, district: DistrictReference, name: String, line: Int32 = 0) {
    self.id = id
    self.district = district
    self.name = name
    self.line = line
  }
}

/// The place that one patrol holds in one shift: a post, a route, a response car, a checkpoint.
public struct Beat: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// The department that owns it, or the district where no department does.
  public var place: Place
  /// What people call it.
  public var name: String
  /// What sort of place it is.
  public var kind: BeatKind
  /// The forces that may hold it; never empty: an empty column means all.
  public var forces: ForceSet
  /// Skills or modes that every unit posted here must have.
  public var needs: [String]
  /// What the shift sheet tells the unit to do.
  public var task: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A beat of this place.
  public init(
    id: String, place: Place, name: String, kind: BeatKind, forces: ForceSet = .all, needs: [String] = [],
    task: String = "", line: Int32 = 0
  ) {
    self.id = id
    self.place = place
    self.name = name
    self.kind = kind
    self.forces = forces
    self.needs = needs
    self.task = task
    self.line = line
  }
}

/// What sort of place a beat is.
public enum BeatKind: String, CaseIterable, Sendable {
  case post, route, response, checkpoint
}

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
