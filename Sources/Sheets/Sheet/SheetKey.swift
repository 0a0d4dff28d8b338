import RosterModel

/// Which sheet it is, in ids.
public struct SheetKey: Hashable, Sendable {
  /// The department, or the district for its own beats.
  public var place: String
  /// The duty day.
  public var day: Day
  /// The tile.
  public var shift: String

  /// The sheet of a place, duty day and tile.
  public init(place: String, day: Day, shift: String) {
    self.place = place
    self.day = day
    self.shift = shift
  }

  /// The file's name, `place_YYYY-MM-DD_shift.csv`.
  ///
  /// Ids hold no `/` and do not start with a dot, so the file stays in its folder and is not hidden.
  public var fileName: String { "\(place)_\(day)_\(shift).csv" }
}
