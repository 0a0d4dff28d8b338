/// What happened to a unit during a shift, added to a roster or taken away.
public struct ManoeuvreChange: Hashable, Sendable {
  /// The duty day.
  public var day: Day
  /// The shift's id.
  public var shift: String
  /// The unit's id.
  public var unit: String
  /// From when, as the table writes it.
  public var at: String
  /// What happened.
  public var kind: Manoeuvre.Kind
  /// The id of the beat at which it stands from then on; `nil` where it came late or left.
  public var beat: String?
  /// Why; free text.
  public var reason: String
  /// By whom it was recorded; free text.
  public var by: String
  /// Whether it is added, not taken away.
  public var isAdded: Bool

  /// A manoeuvre added or taken away.
  public init(
    day: Day, shift: String, unit: String, at: String, kind: Manoeuvre.Kind, beat: String?, reason: String, by: String,
    isAdded: Bool
  ) {
    self.day = day
    self.shift = shift
    self.unit = unit
    self.at = at
    self.kind = kind
    self.beat = beat
    self.reason = reason
    self.by = by
    self.isAdded = isAdded
  }

  /// A manoeuvre of a roster, added or taken away.
  public init(_ manoeuvre: Manoeuvre, in roster: Roster, isAdded: Bool) {
    self.init(
      day: manoeuvre.day, shift: roster.id(manoeuvre.shift), unit: roster.id(manoeuvre.unit),
      at: manoeuvre.at.description, kind: manoeuvre.kind, beat: manoeuvre.beat.map { roster.id($0) },
      reason: manoeuvre.reason, by: manoeuvre.by, isAdded: isAdded)
  }
}

/// A call of a unit, added to a roster or taken away.
public struct CallChange: Hashable, Sendable {
  /// The duty day for which it was wanted.
  public var day: Day
  /// The id of the shift.
  public var shift: String
  /// The id of the beat.
  public var beat: String
  /// The unit's id.
  public var unit: String
  /// When, as the table writes it.
  public var at: String
  /// What it answered.
  public var answer: Call.Answer
  /// Who called; free text.
  public var by: String
  /// A remark; free text.
  public var note: String
  /// Whether it is added, not taken away.
  public var isAdded: Bool

  /// A call added or taken away.
  public init(
    day: Day, shift: String, beat: String, unit: String, at: String, answer: Call.Answer, by: String, note: String,
    isAdded: Bool
  ) {
    self.day = day
    self.shift = shift
    self.beat = beat
    self.unit = unit
    self.at = at
    self.answer = answer
    self.by = by
    self.note = note
    self.isAdded = isAdded
  }

  /// A call of a roster, added or taken away.
  public init(_ call: Call, in roster: Roster, isAdded: Bool) {
    self.init(
      day: call.day, shift: roster.id(call.shift), beat: roster.id(call.beat), unit: roster.id(call.unit), at: call.at,
      answer: call.answer, by: call.by, note: call.note, isAdded: isAdded)
  }
}
