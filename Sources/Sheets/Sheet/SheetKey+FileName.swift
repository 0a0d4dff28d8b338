import RosterModel

extension SheetKey {
  /// The sheet that a file name names, as `fileName` makes it; `nil` where it names none.
  ///
  /// Ids may hold what looks like a date. Of several readings one whose place and tile the roster has is taken.
  public init?(fileName: String, in roster: Roster) {
    let readings = Self.readings(of: fileName)
    let places = Set(roster.districts.map(\.id) + roster.departments.map(\.id))
    let tiles = Set(roster.settings.shifts.tiles.map { roster.id($0) })
    let known = readings.first { places.contains($0.place) && tiles.contains($0.shift) }
    guard let key = known ?? readings.first else { return nil }
    self = key
  }

  /// Every way in which a file name is a place, a day and a shift.
  private static func readings(of fileName: String) -> [SheetKey] {
    guard fileName.hasSuffix(".csv") else { return [] }
    let parts = fileName.dropLast(4).split(separator: "_", omittingEmptySubsequences: false)
    return parts.indices.compactMap { index in
      let place = parts[..<index].joined(separator: "_")
      let shift = parts[(index + 1)...].joined(separator: "_")
      guard let day = Day(iso: parts[index]), Identifier.isValid(place), Identifier.isValid(shift) else { return nil }
      return SheetKey(place: place, day: day, shift: shift)
    }
  }
}
