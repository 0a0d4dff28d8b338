import Characters
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

/// Why a part of a roster could not be chosen.
public enum SheetSelectionError: Error, Hashable, Sendable {
  /// No such district, department or shift; `known` are the ids there are.
  case unknown(kind: Kind, id: String, known: [String])
  /// The department lies in another district than the one named.
  case departmentElsewhere(department: String, district: String, itsDistrict: String)

  /// What was named.
  public enum Kind: String, Hashable, Sendable {
    case district, department, shift
  }
}

extension SheetSelectionError: CustomStringConvertible {
  /// The error in words, ending with what to do.
  public var description: String {
    switch self {
    case .unknown(let kind, let id, let known):
      "no \(kind.rawValue) has the id '\(HarmlessText.from(id))'\(id.firstLookAlike.map { " (\($0))" } ?? ""). "
        + NearWords(known).sentence(for: id)
    case .departmentElsewhere(let department, let district, let itsDistrict):
      "department '\(department)' lies in district '\(itsDistrict)', not in '\(district)'. Name one of the two."
    }
  }
}

/// A selection worked out once for a roster, so that a million postings are sifted by look-ups.
struct PostingFilter {
  private let days: ClosedRange<Day>?
  private let beats: [Bool]
  private let shifts: [Bool]
  private let takesUnknownBeats: Bool
  private let takesUnknownShifts: Bool

  /// O(beats + shifts).
  init(_ selection: SheetSelection, in roster: Roster) {
    let plan = roster.settings.shifts
    let tiles = selection.tiles(in: roster)
    days = selection.days
    beats = roster.beats.map { selection.includes($0.place, in: roster) }
    shifts = plan.tileNumbers.map { selection.shift == nil || $0.contains(where: tiles.contains) }
    takesUnknownBeats = selection.district == nil && selection.department == nil
    takesUnknownShifts = selection.shift == nil
  }

  /// Whether a posting is chosen: its day, the place of its beat, and a tile that its shift covers.
  ///
  /// O(1).
  func takes(_ assignment: Assignment) -> Bool {
    if let days, !days.contains(assignment.day) { return false }
    let beat = assignment.beat.isKnown ? beats[assignment.beat.index] : takesUnknownBeats
    let shift = assignment.shift.isKnown ? shifts[assignment.shift.index] : takesUnknownShifts
    return beat && shift
  }
}

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
