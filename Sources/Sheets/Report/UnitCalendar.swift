import Coverage
import RosterModel

/// The postings of one unit as an iCalendar file: what it sees on its phone.
///
/// Source: RFC 5545 (iCalendar). Times are wall-clock times of the roster's zone, whose rules are in the file; a night shift
/// ends on the next date. An event is known by unit, duty day and shift, so a unit that is posted to another beat finds
/// the event it knows changed, and no second one. A split duty is an event for each part, so that its pause shows as free.
public struct UnitCalendar: Sendable {
  /// The first lines of every calendar, by which an export knows its own.
  public static let beginning = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//patrol//units//EN\r\n"

  private let roster: Roster
  private let grid: CoverageGrid
  private let days: ClosedRange<Day>
  private let staleness: Staleness?

  /// Calendars of a roster.
  ///
  /// - Parameters:
  ///   - roster: the roster.
  ///   - grid: who stands in its cells.
  ///   - days: the duty days whose postings are in them.
  ///   - staleness: that the roster is stale, for the name of each calendar and the title of each event; `nil` where it is not.
  public init(_ roster: Roster, grid: CoverageGrid, days: ClosedRange<Day>, staleness: Staleness? = nil) {
    self.roster = roster
    self.grid = grid
    self.days = days
    self.staleness = staleness
  }

  /// The file's name; `nil` for a unit whose id is none and could lead out of the folder.
  public func fileName(of unit: UnitReference) -> String? {
    let id = roster.id(unit)
    return Identifier.isValid(id) ? id + ".ics" : nil
  }

  /// The file of a unit that the roster has.
  ///
  /// Lines end in CRLF and have 75 bytes at most. O(postings of the unit × log).
  public func file(of unit: UnitReference) -> [UInt8] {
    let postings = grid.assignments(of: unit).filter { days.contains($0.day) && $0.shift.isKnown }
    let settings = roster.settings
    let instants = postings.map { settings.interval($0.day, $0.shift) }
    let first = settings.zone.instant(days.lowerBound, minutes: 0)
    let last = settings.zone.instant(days.upperBound, minutes: 0)
    let span =
      min(first, instants.map(\.lowerBound).min() ?? first)..<max(last, instants.map(\.upperBound).max() ?? last) + 1
    let zone = CalendarZone(settings, over: span)
    var text = CalendarText()
    text.append("BEGIN", "VCALENDAR")
    text.append("VERSION", "2.0")
    text.append("PRODID", "-//patrol//units//EN")
    text.append("CALSCALE", "GREGORIAN")
    let warning = staleness.map { " (\(Staleness.mark), as of \($0.time))" } ?? ""
    text.append("X-WR-CALNAME", text: "\(roster.units[unit.index].callsign), \(settings.title)\(warning)")
    if let staleness { text.append("X-WR-CALDESC", text: "\(Staleness.mark): \(staleness.words)") }
    zone.write(to: &text)
    var seen: [String: Int] = [:]
    for posting in postings {
      let base = "\(posting.day).\(roster.id(posting.shift)).\(roster.id(unit))"
      seen[base, default: 0] += 1
      let count = seen[base] ?? 1
      let parts = settings.parts(posting.day, posting.shift)
      for (number, interval) in parts.enumerated() {
        let uid = (count == 1 ? base : "\(base).\(count)") + (number == 0 ? "" : "/\(number + 1)")
        let event = UnitEvent(
          posting: posting, interval: interval, part: parts.count > 1 ? (number + 1, parts.count) : nil,
          uid: uid + "@patrol", isAbsent: grid.isAbsent(unit, day: posting.day, shift: posting.shift))
        event.write(to: &text, zone: zone, roster: roster, staleness: staleness)
      }
    }
    text.append("END", "VCALENDAR")
    return text.bytes
  }
}

/// A posting of a unit, or one part of a split duty, as an event of its calendar.
struct UnitEvent {
  /// The posting.
  var posting: Assignment
  /// When it is, in minutes since 1970-01-01 00:00 UTC.
  var interval: Range<Int>
  /// Which part of a split duty it is, and of how many; `nil` for a shift in one piece.
  var part: (number: Int, count: Int)?
  /// What the event is known by from export to export.
  var uid: String
  /// Whether the unit is away then; the event is cancelled.
  var isAbsent: Bool

  /// Writes the event.
  ///
  /// Its stamp is the period's first instant and not the clock's, as the same roster makes the same bytes.
  func write(to text: inout CalendarText, zone: CalendarZone, roster: Roster, staleness: Staleness? = nil) {
    let settings = roster.settings
    let beat = posting.beat.isKnown ? roster.beats[posting.beat.index] : nil
    text.append("BEGIN", "VEVENT")
    text.append("UID", text: uid)
    text.append("DTSTAMP", CalendarZone.utc(settings.zone.instant(settings.firstDay, minutes: 0)))
    zone.write("DTSTART", interval.lowerBound, to: &text)
    zone.write("DTEND", interval.upperBound, to: &text)
    let warning = staleness == nil ? "" : "\(Staleness.mark): "
    let shift = settings.shifts[posting.shift].name + (part.map { " (\($0.number) of \($0.count))" } ?? "")
    text.append("SUMMARY", text: "\(warning)\(beat?.name ?? roster.id(posting.beat)), \(shift)")
    if let beat { text.append("LOCATION", text: place(of: beat, in: roster)) }
    let words = [
      staleness?.words ?? "", beat?.task ?? "", roster.text(posting.note),
      "\(posting.day) \(roster.id(posting.shift))"
        + (part == nil ? "" : ": \(settings.wallClock(posting.day, posting.shift))"),
    ]
    text.append("DESCRIPTION", text: words.filter { !$0.isEmpty }.joined(separator: "\n"))
    if isAbsent { text.append("STATUS", "CANCELLED") }
    text.append("END", "VEVENT")
  }

  private func place(of beat: Beat, in roster: Roster) -> String {
    let name: String =
      switch beat.place {
      case .department(let reference) where reference.isKnown: roster.departments[reference.index].name
      case .district(let reference) where reference.isKnown: roster.districts[reference.index].name
      default: roster.id(beat.place)
      }
    return "\(beat.name), \(name)"
  }
}
