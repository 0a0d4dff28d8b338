/// What happened to a unit during a shift, from a time on: the posting stays as it was made, and this says what was truly worked.
///
/// It is of the posting of its unit, day and shift.
public struct Manoeuvre: Hashable, Sendable {
  /// What can happen.
  public enum Kind: String, CaseIterable, Sendable {
    /// It stands at another beat from then on.
    case moved
    /// It arrives only then.
    case late
    /// Others stand there from then on; it leaves. After the shift's end, it stayed that long.
    case relieved
    /// It was called in, and stands there from then on.
    case calledIn = "called-in"
    /// It leaves, and nobody comes in its place.
    case sentHome = "sent-home"

    /// Whether a row of it names a beat.
    public var namesBeat: Bool { self == .moved || self == .calledIn }
    /// Whether the unit leaves.
    public var isLeaving: Bool { self == .relieved || self == .sentHome }
  }

  /// The duty day.
  public var day: Day
  /// The shift that the unit works, a tile or a duty.
  public var shift: ShiftReference
  /// The unit.
  public var unit: UnitReference
  /// From when, after the midnight with which the duty day's date begins; `RosterSettings.instant(of:)` says which instant it is.
  public var at: ClockTime
  /// What happened.
  public var kind: Kind
  /// Where it stands from then on; `nil` where it came late or left.
  public var beat: BeatReference?
  /// Why; free text.
  public var reason: String
  /// By whom it was recorded; free text.
  public var by: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// What happened to the unit.
  public init(
    day: Day, shift: ShiftReference, unit: UnitReference, at: ClockTime, kind: Kind, beat: BeatReference? = nil,
    reason: String = "", by: String = "", line: Int32 = 0
  ) {
    self.day = day
    self.shift = shift
    self.unit = unit
    self.at = at
    self.kind = kind
    self.beat = beat
    self.reason = reason
    self.by = by
    self.line = line
  }

  /// What tells it from others: a table holds one of them.
  public var key: Manoeuvre { Manoeuvre(day: day, shift: shift, unit: unit, at: at, kind: kind) }

  /// The same, wherever it was read.
  var unread: Manoeuvre {
    var manoeuvre = self
    manoeuvre.line = 0
    return manoeuvre
  }

  /// Whether it is of a posting.
  public func isOf(_ posting: Assignment) -> Bool {
    day == posting.day && shift == posting.shift && unit == posting.unit
  }
}

/// That a unit was phoned to come to a beat, and what it answered.
public struct Call: Hashable, Sendable {
  /// What it answered.
  public enum Answer: String, CaseIterable, Sendable {
    case yes, no
    case none = "no-answer"
  }

  /// The duty day for which it was wanted.
  public var day: Day
  /// The shift for which it was wanted.
  public var shift: ShiftReference
  /// The beat.
  public var beat: BeatReference
  /// Who was called.
  public var unit: UnitReference
  /// When, in the roster's zone, as its table writes it: `2026-12-31T23:59`.
  public var at: String
  /// What it answered.
  public var answer: Answer
  /// Who called; free text.
  public var by: String
  /// A remark; free text.
  public var note: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A call of the unit.
  public init(
    day: Day, shift: ShiftReference, beat: BeatReference, unit: UnitReference, at: String, answer: Answer,
    by: String = "", note: String = "", line: Int32 = 0
  ) {
    self.day = day
    self.shift = shift
    self.beat = beat
    self.unit = unit
    self.at = at
    self.answer = answer
    self.by = by
    self.note = note
    self.line = line
  }

  /// What tells it from others: a table holds one of them.
  public var key: Call { Call(day: day, shift: shift, beat: beat, unit: unit, at: at, answer: .none) }

  /// The same, wherever it was read.
  var unread: Call {
    var call = self
    call.line = 0
    return call
  }
}

extension Manoeuvre.Kind {
  /// What happened, as people say it after the unit's name: `moved to y1-metro from 21:40`.
  ///
  /// - Parameters:
  ///   - at: when, as a clock or a table shows it.
  ///   - beat: what the beat is called; `nil` where it names none.
  public func words(at: String, beat: String?) -> String {
    switch self {
    case .moved: "moved to \(beat ?? "?") from \(at)"
    case .late: "late, there from \(at)"
    case .relieved: "relieved at \(at)"
    case .calledIn: "called in to \(beat ?? "?") from \(at)"
    case .sentHome: "sent home at \(at)"
    }
  }
}

extension Call.Answer {
  /// What was answered, as people say it.
  public var words: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .none: "no answer"
    }
  }
}

extension RosterSettings {
  /// How long after the end of its shift a unit may have stayed, in minutes.
  public static let longestStay = 12 * 60

  /// When it happened, in minutes since 1970-01-01 00:00 UTC.
  ///
  /// A time before the shift's start is that of the next date, as people write `02:10` of a night, where the shift is on then.
  public func instant(of manoeuvre: Manoeuvre) -> Int {
    var minutes = manoeuvre.at.minutes
    if manoeuvre.shift.isKnown, minutes < shifts[manoeuvre.shift].start.minutes {
      let last = shifts[manoeuvre.shift].end.minutes + (manoeuvre.kind.isLeaving ? Self.longestStay : 0)
      if minutes + 1440 <= last { minutes += 1440 }
    }
    return zone.instant(manoeuvre.day, minutes: minutes)
  }

  /// An instant as tables write a time of a duty day, past midnight counting on; `nil` where it is not within two days of it.
  public func clock(of instant: Int, on day: Day) -> ClockTime? {
    let local = zone.local(at: instant)
    let minutes = day.distance(to: local.day) * 1440 + local.minutes
    return (0...2880).contains(minutes) ? ClockTime(minutes: minutes) : nil
  }
}
