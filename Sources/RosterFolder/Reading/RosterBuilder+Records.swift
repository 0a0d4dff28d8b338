import Characters
import RosterModel

extension RosterBuilder {
  mutating func readWaivers(_ scan: inout TableScan) {
    while scan.nextRow() {
      let rule = scan.string(WaiverColumn.rule)
      if rule.isEmpty { scan.reject(WaiverColumn.rule, expected: "the id or name of a rule, as `patrol rules` lists") }
      let subject = scan.string(WaiverColumn.subject)
      if subject.isEmpty { scan.reject(WaiverColumn.subject, expected: "the subject of a finding, as it is printed") }
      let first = scan.day(WaiverColumn.firstDay)
      let last = scan.day(WaiverColumn.lastDay)
      if scan.isRowGood, last < first {
        scan.reject(WaiverColumn.lastDay, expected: "a date not before first_day, \(first)")
      }
      guard scan.isRowGood else { continue }
      roster.waivers.append(
        Waiver(
          rule: rule, subject: subject, firstDay: first, lastDay: last, reason: scan.string(WaiverColumn.reason),
          by: scan.string(WaiverColumn.by), line: scan.line))
    }
  }

  mutating func readPublications(_ scan: inout TableScan) {
    var firstLines: [Publication: Int32] = [:]
    while scan.nextRow() {
      let district: DistrictReference = scan.reference(
        PublicationColumn.district, in: districts, strays: &strays, meant: &meantDistricts)
      let day = scan.day(PublicationColumn.day)
      guard scan.isRowGood else { continue }
      let key = Publication(district: district, day: day, at: "", by: "")
      if let first = firstLines[key] {
        scan.rejectDuplicate(
          PublicationColumn.district,
          message: "the same district and day as in line \(first); remove one of the two rows")
        continue
      }
      firstLines[key] = scan.line
      roster.publications.append(
        Publication(
          district: district, day: day, at: scan.string(PublicationColumn.at), by: scan.string(PublicationColumn.by),
          line: scan.line))
    }
  }

  mutating func readIncidents(_ scan: inout TableScan) {
    while scan.nextRow() {
      var at = scan.string(IncidentColumn.at)
      if !Self.isInstant(at) {
        if let meant = scan.forgiven(IncidentColumn.at, Self.instant(spreadsheet: at), \.self) {
          at = meant
        } else {
          scan.reject(IncidentColumn.at, expected: "a local time as 2026-12-31T23:59")
        }
      }
      let place = place(IncidentColumn.place, &scan)
      let weight = scan.integer(IncidentColumn.weight, in: Self.weights) ?? 1
      guard scan.isRowGood else { continue }
      roster.incidents.append(Incident(at: at, place: place, weight: weight, line: scan.line))
    }
  }

  /// Whether a text is `YYYY-MM-DDTHH:MM` of a real date and time of day.
  private static func isInstant(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, Day(iso: parts[0]) != nil, parts[1].utf8.count == 5, let time = ClockTime(text: parts[1])
    else { return false }
    return time.minutes < 1440
  }

  /// A time as spreadsheets leave it, `20.11.2026 21:30:00`, as tables write it; `nil` where it is none.
  private static func instant(spreadsheet text: String) -> String? {
    let parts = text.withoutOuterBlanks.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(iso: parts[0]) ?? Day(spreadsheet: parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2 || clock.count == 3 && clock[2] == "00",
      let time = ClockTime(text: clock.prefix(2).joined(separator: ":")), time.minutes < 1440
    else { return nil }
    return "\(day)T\(time)"
  }
}
