import RosterModel

/// What a unit does at an instant, by its postings and what happened to it.
public enum RunningShift: Hashable, Sendable {
  /// It works a posting.
  case works(Assignment, at: BeatReference)
  /// Its posting is running, and it has left already.
  case hasLeft(Assignment, at: ClockTime)
  /// Its posting is running, and it is absent.
  case isAbsent(Assignment, AbsenceReason)
  /// It works nothing; the posting that ended last before then, and the one that begins next.
  case free(last: Assignment?, next: Assignment?)
}

extension CoverageGrid {
  /// What a unit does at an instant, in minutes since 1970-01-01 00:00 UTC.
  ///
  /// O(postings of the unit).
  public func running(_ unit: UnitReference, at instant: Int) -> RunningShift {
    let settings = frame.roster.settings
    var (last, next): (Assignment?, Assignment?) = (nil, nil)
    for posting in assignments(of: unit) where posting.shift.isKnown && posting.beat.isKnown {
      let planned = settings.interval(posting.day, posting.shift)
      let worked = worked(posting) ?? WorkedShift(posting, [], in: settings)
      let span = planned.lowerBound..<max(planned.upperBound, worked.end)
      guard span.contains(instant) else {
        // Postings come in the order of days, so the last that is over is the latest.
        if span.upperBound <= instant { last = posting } else { next = next ?? posting }
        continue
      }
      if let absence = absence(of: unit, day: posting.day, shift: posting.shift) {
        return .isAbsent(posting, absence.reason)
      }
      if let leaving = worked.manoeuvres.first(where: { $0.kind.isLeaving && settings.instant(of: $0) <= instant }) {
        return .hasLeft(posting, at: leaving.at)
      }
      let beat = worked.stays.last { $0.span.lowerBound <= instant }?.beat ?? posting.beat
      return .works(posting, at: beat)
    }
    return .free(last: last, next: next)
  }

  /// The shift in which a unit could be called in at an instant, and its duty day: a tile of its regime or a duty of it that
  /// runs then, else the tile; `nil` where no tile runs then.
  public func shift(forCalling unit: UnitReference, at instant: Int) -> (day: Day, shift: ShiftReference)? {
    let settings = frame.roster.settings
    let day = settings.dutyDay(at: instant)
    guard unit.isKnown,
      let tile = settings.shifts.tiles.indices.first(where: {
        settings.interval(day, settings.shifts.tiles[$0]).contains(instant)
      })
    else { return nil }
    let shifts = frame.shifts(ofUnit: unit.index, inTile: tile).map { ShiftReference($0) }
    return (day, shifts.first { settings.interval(day, $0).contains(instant) } ?? settings.shifts.tiles[tile])
  }
}
