import RosterModel

/// Which sheets an export stands for: those that it writes, and those of earlier exports that it would have written.
///
/// A sheet of a department that the roster no longer has is in the range where no place was chosen. Days outside the
/// roster's period never are: the sheets of last month stay when the roster has rolled over to the next.
public struct SheetRange: Hashable, Sendable {
  private let days: ClosedRange<Day>?
  private let places: Set<String>?
  private let shifts: Set<String>?

  /// The range of a selection.
  public init(_ selection: SheetSelection, in roster: Roster) {
    days = selection.periodDays(in: roster)
    if selection.district == nil, selection.department == nil {
      places = nil
    } else {
      let districts = roster.districts.indices.map { Place.district(DistrictReference($0)) }
      let departments = roster.departments.indices.map { Place.department(DepartmentReference($0)) }
      places = Set((districts + departments).filter { selection.includes($0, in: roster) }.map { roster.id($0) })
    }
    shifts = selection.shift.map { _ in
      Set(selection.tiles(in: roster).map { roster.settings.shifts.tile($0).id })
    }
  }

  /// Whether the sheet is in the range.
  public func contains(_ key: SheetKey) -> Bool {
    days?.contains(key.day) == true && places?.contains(key.place) != false && shifts?.contains(key.shift) != false
  }
}
