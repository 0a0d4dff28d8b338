/// That a district's duty day was published, added to a roster or taken away.
public struct PublicationChange: Hashable, Sendable {
  /// The district's id.
  public var district: String
  /// The duty day.
  public var day: Day
  /// When, as its table writes it.
  public var at: String
  /// By whom; free text.
  public var by: String
  /// Whether it is added, not taken away.
  public var isAdded: Bool

  /// A publication added or taken away.
  public init(district: String, day: Day, at: String, by: String, isAdded: Bool) {
    self.district = district
    self.day = day
    self.at = at
    self.by = by
    self.isAdded = isAdded
  }

  /// A publication of a roster, added or taken away.
  public init(_ publication: Publication, in roster: Roster, isAdded: Bool) {
    self.init(
      district: roster.id(publication.district), day: publication.day, at: publication.at, by: publication.by,
      isAdded: isAdded)
  }
}
