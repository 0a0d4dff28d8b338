import RosterModel

/// What whoever phones a unit wants to know of it: when it was called last, what it works, and how much it may.
public struct CallOut: Hashable, Sendable {
  /// Its last call, for whatever cell; `nil` where it was never called.
  public var lastCall: Call?
  /// Whether the last answer that it gave for the cell's duty day was no: it is not asked again that day.
  public var hasRefused: Bool
  /// The minutes that it works in the week of the cell's day, from Monday.
  public var weekMinutes: Int
  /// The most that its regime allows in a week; `nil` for no limit.
  public var weekLimit: Int?
  /// The minutes that it works in the period.
  public var periodMinutes: Int
  /// The most that its regime allows in the period; `nil` for no limit.
  public var periodLimit: Int?
}

extension CoverageGrid {
  /// What is to be known of candidates who may be phoned for a cell, in their order.
  ///
  /// O(calls + postings of the units). Calls are those of the frame's roster.
  public func callOuts(of candidates: [Candidate], on day: Day) -> [CallOut] {
    let calls = Dictionary(grouping: frame.roster.calls, by: \.unit)
    let week = frame.calendar.week(frame.calendar.offset(of: day))
    var timeline = UnitTimeline(frame)
    return candidates.map { candidate in
      timeline.load(candidate.unit.index, from: self)
      // Of one minute the last row counts.
      let own = (calls[candidate.unit] ?? []).enumerated().sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }.map(\.1)
      let entries = timeline.entries
      return CallOut(
        lastCall: own.last, hasRefused: own.last { $0.day == day && $0.answer != .none }?.answer == .no,
        weekMinutes: entries.reduce(0) { $0 + (frame.calendar.week(Int($1.day)) == week ? $1.minutes : 0) },
        weekLimit: timeline.regime?.maxMinutesPerWeek,
        periodMinutes: entries.reduce(0) { $0 + ($1.isInPeriod ? $1.minutes : 0) },
        periodLimit: timeline.limits?.maxMinutes)
    }
  }
}
