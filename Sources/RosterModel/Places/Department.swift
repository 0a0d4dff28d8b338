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
