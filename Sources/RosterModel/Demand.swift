/// A row of the demand table: how many units a place needs in a cell.
public struct DemandRow: Hashable, Sendable {
  /// The place that needs them.
  public var place: Place
  /// Whether it is one row for each beat of the place.
  public var isPerBeat: Bool
  /// The kind of beat counted; `nil` for any.
  public var kind: BeatKind?
  /// The duty days.
  public var days: DayPattern
  /// The tile; `nil` for each tile by itself.
  public var shift: ShiftReference?
  /// The force counted; `nil` for any.
  public var force: Force?
  /// The skill or mode counted; empty for any.
  public var skill: String
  /// Below this many units there is a gap.
  public var minimum: Int
  /// Below this many units there is a shortfall; `minimum` or more.
  public var target: Int
  /// Above this many units there is a surplus; `nil` for no limit.
  public var maximum: Int?
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// Demand of a place.
  public init(
    place: Place, isPerBeat: Bool = false, kind: BeatKind? = nil, days: DayPattern = .daily,
    shift: ShiftReference? = nil, force: Force? = nil, skill: String = "", minimum: Int, target: Int? = nil,
    maximum: Int? = nil, line: Int32 = 0
  ) {
    self.place = place
    self.isPerBeat = isPerBeat
    self.kind = kind
    self.days = days
    self.shift = shift
    self.force = force
    self.skill = skill
    self.minimum = minimum
    self.target = target ?? minimum
    self.maximum = maximum
    self.line = line
  }
}

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
