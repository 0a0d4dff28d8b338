/// Something that happened, from which demand can be derived.
public struct Incident: Hashable, Sendable {
  /// When, as its table writes it: `YYYY-MM-DDTHH:MM`, local time.
  public var at: String
  /// Where.
  public var place: Place
  /// How much it counts; 1 where the table does not say.
  public var weight: Int
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// An incident at a place.
  public init(at: String, place: Place, weight: Int = 1, line: Int32 = 0) {
    self.at = at
    self.place = place
    self.weight = weight
    self.line = line
  }
}
