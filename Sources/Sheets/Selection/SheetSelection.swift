import RosterModel

/// Which part of a roster is exported: some duty days, a district or department, a shift; what is `nil` is not limited.
public struct SheetSelection: Hashable, Sendable {
  /// The duty days.
  public var days: ClosedRange<Day>?
  /// A district, with its departments.
  public var district: DistrictReference?
  /// A department.
  public var department: DepartmentReference?
  /// A shift: the sheets of the tile, or of each tile that the duty covers.
  public var shift: ShiftReference?

  /// Everything that the arguments do not limit.
  public init(
    days: ClosedRange<Day>? = nil, district: DistrictReference? = nil, department: DepartmentReference? = nil,
    shift: ShiftReference? = nil
  ) {
    self.days = days
    self.district = district
    self.department = department
    self.shift = shift
  }

  /// Everything.
  public static let all = SheetSelection()
}

extension SheetSelection {
  /// The chosen duty days of the roster's period; `nil` where there is none.
  public func periodDays(in roster: Roster) -> ClosedRange<Day>? {
    let period = roster.settings.period
    guard let days else { return period }
    guard days.overlaps(period) else { return nil }
    return days.clamped(to: period)
  }

  /// The chosen tile numbers, ascending.
  public func tiles(in roster: Roster) -> [Int] {
    let plan = roster.settings.shifts
    guard let shift else { return Array(0..<plan.tileCount) }
    return shift.isKnown ? plan.tileNumbers[shift.index] : []
  }

  /// Whether a place is chosen: the city and what is not known are only where no place is named.
  public func includes(_ place: Place, in roster: Roster) -> Bool {
    if let department, roster.department(of: place) != department { return false }
    if let district, roster.district(of: place) != district { return false }
    return true
  }
}
