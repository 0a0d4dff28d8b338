import Characters
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

/// Where a posting is: the beat, its department and district; made once a beat.
struct BeatCells {
  static let header = [
    "district", "district_name", "department", "department_name", "beat", "beat_name", "kind", "task",
  ]

  private let roster: Roster
  private var made: [[String]]

  init(_ roster: Roster) {
    self.roster = roster
    made = [[String]](repeating: [], count: roster.beats.count)
  }

  /// The cells of these columns; but for the id empty where no table defines the beat.
  mutating func cells(of reference: BeatReference) -> [String] {
    guard reference.isKnown else { return ["", "", "", "", roster.id(reference), "", "", ""] }
    if made[reference.index].isEmpty { made[reference.index] = make(reference) }
    return made[reference.index]
  }

  private func make(_ reference: BeatReference) -> [String] {
    let beat = roster.beats[reference.index]
    let district = roster.district(of: beat.place).map { roster.districts[$0.index] }
    let department = roster.department(of: beat.place).map { roster.departments[$0.index] }
    return [
      district?.id ?? "", district?.name ?? "", department?.id ?? "", department?.name ?? "", beat.id, beat.name,
      beat.kind.rawValue, beat.task,
    ].map(HarmlessText.from)
  }
}

/// Who is posted: the unit with what its row says of it; made once a unit.
struct UnitCells {
  static let header = ["unit", "callsign", "force", "leader", "officers", "mode", "skills", "home", "regime"]

  private let roster: Roster
  private var made: [[String]]

  init(_ roster: Roster) {
    self.roster = roster
    made = [[String]](repeating: [], count: roster.units.count)
  }

  /// The cells of these columns; but for the id empty where no table defines the unit.
  mutating func cells(of reference: UnitReference) -> [String] {
    guard reference.isKnown else {
      return [roster.id(reference)] + [String](repeating: "", count: Self.header.count - 1)
    }
    if made[reference.index].isEmpty { made[reference.index] = make(reference) }
    return made[reference.index]
  }

  private func make(_ reference: UnitReference) -> [String] {
    let unit = roster.units[reference.index]
    return [
      unit.id, unit.callsign, unit.force.rawValue, unit.leader, String(unit.officers), unit.mode?.rawValue ?? "",
      unit.skills.joined(separator: " "), roster.id(unit.home), roster.id(unit.regime),
    ].map(HarmlessText.from)
  }
}

/// Text of a roster as it may stand in a file that people print on a terminal.
enum HarmlessText {
  /// The text with U+FFFD in place of what could command a terminal, show another order of letters than is there, or hide.
  ///
  /// TAB and LF do no harm inside a quoted cell, and stand. Text without any of these is returned as it is. O(characters).
  static func from(_ text: String) -> String { text.replacingUnsafe { $0 == "\t" || $0 == "\n" } }
}
