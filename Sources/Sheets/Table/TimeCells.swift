import RosterModel

/// When a posting is: the day, the shift, its start and end.
///
/// Rows come sorted by day and shift, so the cells of the last row are those of most next ones and are kept.
struct TimeCells {
  static let header = ["day", "weekday", "shift", "shift_name", "start", "end", "minutes", "night"]

  private let roster: Roster
  private var last: (day: Day, shift: ShiftReference, cells: [String])?

  init(_ roster: Roster) { self.roster = roster }

  /// The cells of these columns.
  mutating func cells(of posting: Assignment) -> [String] {
    if let last, last.day == posting.day, last.shift == posting.shift { return last.cells }
    let cells = make(posting.day, posting.shift)
    last = (posting.day, posting.shift, cells)
    return cells
  }

  private func make(_ day: Day, _ reference: ShiftReference) -> [String] {
    let start = [day.description, day.weekday.abbreviation, roster.id(reference)]
    guard reference.isKnown else { return start + ["", "", "", "", ""] }
    let shift = roster.settings.shifts[reference]
    let interval = roster.settings.interval(day, reference)
    return start + [
      HarmlessText.from(shift.name), timestamp(interval.lowerBound), timestamp(interval.upperBound),
      String(interval.count), shift.isNight ? "true" : "false",
    ]
  }

  /// An instant as RFC 3339 writes it, in the roster's zone: `2026-12-05T16:00:00+05:00`.
  private func timestamp(_ instant: Int) -> String {
    let local = roster.settings.zone.local(at: instant)
    let offset = Int(local.day.number) * 1440 + local.minutes - instant
    let sign = offset < 0 ? "-" : "+"
    return "\(local.day)T\(ClockTime(minutes: local.minutes)):00\(sign)\(ClockTime(minutes: abs(offset)))"
  }
}
