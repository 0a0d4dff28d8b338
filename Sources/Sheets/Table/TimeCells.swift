import RosterModel

/// When a posting is: the day, the shift, its start and end.
///
/// Rows come sorted by day and shift, so the cells of the last row are those of most next ones and are kept.
struct TimeCells {
  static let header = ["day", "weekday", "shift", "shift_name", "start", "end", "minutes", "night"]

  /// The column of a split duty's parts, which came later than the others and so is the table's last.
  static let partsColumn = "parts"

  private let roster: Roster
  private var last: (day: Day, shift: ShiftReference, cells: [String], parts: String)?

  init(_ roster: Roster) { self.roster = roster }

  /// The cells of these columns.
  mutating func cells(of posting: Assignment) -> [String] { made(of: posting).cells }

  /// The cell of the parts' column: each part of a split duty as `start/end`; empty for a shift in one piece.
  mutating func parts(of posting: Assignment) -> String { made(of: posting).parts }

  private mutating func made(of posting: Assignment) -> (cells: [String], parts: String) {
    if let last, last.day == posting.day, last.shift == posting.shift { return (last.cells, last.parts) }
    let cells = make(posting.day, posting.shift)
    let parts = makeParts(posting.day, posting.shift)
    last = (posting.day, posting.shift, cells, parts)
    return (cells, parts)
  }

  private func make(_ day: Day, _ reference: ShiftReference) -> [String] {
    let start = [day.description, day.weekday.abbreviation, roster.id(reference)]
    guard reference.isKnown else { return start + ["", "", "", "", ""] }
    let shift = roster.settings.shifts[reference]
    let interval = roster.settings.interval(day, reference)
    return start + [
      HarmlessText.from(shift.name), timestamp(interval.lowerBound), timestamp(interval.upperBound),
      String(roster.settings.workMinutes(day, reference)), shift.isNight ? "true" : "false",
    ]
  }

  private func makeParts(_ day: Day, _ reference: ShiftReference) -> String {
    guard reference.isKnown, !roster.settings.shifts[reference].pauses.isEmpty else { return "" }
    return roster.settings.parts(day, reference).map { timestamp($0.lowerBound) + "/" + timestamp($0.upperBound) }
      .joined(separator: " ")
  }

  /// An instant as RFC 3339 writes it, in the roster's zone: `2026-12-05T16:00:00+05:00`.
  private func timestamp(_ instant: Int) -> String {
    let local = roster.settings.zone.local(at: instant)
    let offset = Int(local.day.number) * 1440 + local.minutes - instant
    let sign = offset < 0 ? "-" : "+"
    return "\(local.day)T\(ClockTime(minutes: local.minutes)):00\(sign)\(ClockTime(minutes: abs(offset)))"
  }
}
