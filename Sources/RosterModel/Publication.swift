/// That a district's duty day was published.
public struct Publication: Hashable, Sendable {
  /// The district.
  public var district: DistrictReference
  /// The duty day.
  public var day: Day
  /// When, as its table writes it.
  public var at: String
  /// By whom; free text.
  public var by: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A published day of a district.
  public init(district: DistrictReference, day: Day, at: String, by: String, line: Int32 = 0) {
    self.district = district
    self.day = day
    self.at = at
    self.by = by
    self.line = line
  }
}

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
