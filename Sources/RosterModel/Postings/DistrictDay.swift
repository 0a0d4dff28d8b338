/// A duty day of a district: what is published at once.
public struct DistrictDay: Hashable, Sendable {
  /// The district.
  public var district: DistrictReference
  /// The duty day.
  public var day: Day

  /// A district's day.
  public init(district: DistrictReference, day: Day) {
    self.district = district
    self.day = day
  }
}
