import RosterModel

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
