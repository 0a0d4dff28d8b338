import RosterModel

/// The part of a roster that a question is about.
public struct CoverageScope: Hashable, Sendable {
  /// Only this district; `nil` for the whole city.
  public var district: DistrictReference?
  /// The first day; `nil` for the first of the period.
  public var from: Day?
  /// The last day; `nil` for the last of the period.
  public var to: Day?

  /// A part of a roster; the whole where nothing is given.
  public init(district: DistrictReference? = nil, from: Day? = nil, to: Day? = nil) {
    self.district = district
    self.from = from
    self.to = to
  }

  /// The whole roster.
  public static let whole = CoverageScope()

  /// The days of the period that it names, counted from the first; may be empty.
  func offsets(in calendar: DutyCalendar) -> Range<Int> {
    let first = max(0, from.map(calendar.offset) ?? 0)
    let last = min(calendar.days - 1, to.map(calendar.offset) ?? calendar.days - 1)
    return first..<max(first, last + 1)
  }

  /// Whether some days of the period are left out.
  func isNarrowed(in calendar: DutyCalendar) -> Bool { offsets(in: calendar) != 0..<calendar.days }
}
