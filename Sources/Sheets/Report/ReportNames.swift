import RosterModel

/// What a report calls places.
enum ReportNames {
  /// A place's name; its id where it has none.
  static func name(of place: Place, in roster: Roster) -> String {
    let name: String =
      switch place {
      case .district(let reference) where reference.isKnown: roster.districts[reference.index].name
      case .department(let reference) where reference.isKnown: roster.departments[reference.index].name
      case .beat(let reference) where reference.isKnown: roster.beats[reference.index].name
      case .city: "City"
      default: ""
      }
    return name.isEmpty ? roster.id(place) : name
  }
}
