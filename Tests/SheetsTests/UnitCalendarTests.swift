import Coverage
import RosterModel
import Testing

@testable import Sheets

@Suite("Calendars of units")
struct UnitCalendarTests {
  private let day = SheetsFixture.day

  private func file(_ fixture: SheetsFixture, _ unit: Int) -> String {
    let calendar = UnitCalendar(fixture.roster, grid: fixture.grid, days: fixture.roster.settings.period)
    return String(decoding: calendar.file(of: UnitReference(unit)), as: UTF8.self)
  }

  /// The content lines, unfolded by RFC 5545, 3.1.
  private func lines(_ file: String) -> [String] {
    var bytes = Array(file.utf8)
    while let fold = bytes.indices.dropLast(2).first(where: { Array(bytes[$0...($0 + 2)]) == [0x0D, 0x0A, 0x20] }) {
      bytes.removeSubrange(fold...(fold + 2))
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test("a night shift is on the next date, by the zone's clock, with the zone beside it")
  func golden() {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "C", note: "radio 3; ask \"Aziz\"")
    #expect(
      lines(file(fixture, 0)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//patrol//units//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Сокол-12\\, Юнусабад", "BEGIN:VTIMEZONE", "TZID:Asia/Tashkent", "BEGIN:STANDARD",
        "DTSTART:19700101T000000", "TZOFFSETFROM:+0500", "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:2026-12-05.C.u1@patrol", "DTSTAMP:20261204T190000Z",
        "DTSTART;TZID=Asia/Tashkent:20261206T000000", "DTEND;TZID=Asia/Tashkent:20261206T080000",
        "SUMMARY:Бодомзор метроси\\, Night", "LOCATION:Бодомзор метроси\\, Юнусабад-1",
        "DESCRIPTION:Check the \"north\" gate\\, hourly\\nradio 3\\; ask \"Aziz\"\\n2026-12-05 C", "END:VEVENT",
        "END:VCALENDAR",
      ])
    #expect(Array(file(fixture, 0).utf8).starts(with: UnitCalendar.beginning.utf8))
  }

  @Test("a unit moved to another beat keeps the event it knows; one posted twice has two; one away is cancelled")
  func identity() {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A")
    func uids() -> [String] { lines(file(fixture, 0)).filter { $0.hasPrefix("UID") } }
    let before = uids()
    fixture.roster.assignments[0].beat = BeatReference(2)
    #expect(uids() == before)
    fixture.post(0, to: 3, "A")
    #expect(uids() == before + ["UID:2026-12-05.A.u1.2@patrol"])
    #expect(!file(fixture, 0).contains("CANCELLED"))
    fixture.roster.absences = [Absence(unit: UnitReference(0), days: .day(day), reason: .sick)]
    #expect(file(fixture, 0).contains("STATUS:CANCELLED"))
  }

  @Test("a split duty is an event for each part, so that the pause is free, and both say the whole")
  func splitDuty() {
    var fixture = SheetsFixture()
    fixture.addSplitDuty()
    fixture.post(3, to: 3, "S")
    let lines = lines(file(fixture, 3))
    #expect(
      lines.filter { $0.hasPrefix("UID") || $0.hasPrefix("DT") && !$0.hasPrefix("DTSTAMP") || $0.hasPrefix("SUMMARY") }
        == [
          "DTSTART:19700101T000000",
          "UID:2026-12-05.S.u4@patrol", "DTSTART;TZID=Asia/Tashkent:20261205T090000",
          "DTEND;TZID=Asia/Tashkent:20261205T130000", "SUMMARY:Car\\, Split (1 of 2)",
          "UID:2026-12-05.S.u4/2@patrol", "DTSTART;TZID=Asia/Tashkent:20261206T000000",
          "DTEND;TZID=Asia/Tashkent:20261206T040000", "SUMMARY:Car\\, Split (2 of 2)",
        ])
    #expect(lines.count { $0.hasSuffix("2026-12-05 S: 09:00-13:00\\, 00:00-04:00") } == 2)
  }

  @Test("a change of the clock within the calendar is a rule of its zone; one before it is its first offset")
  func daylightSaving() {
    var fixture = SheetsFixture()
    let midnight = Int(day.number) * 1440
    fixture.roster.settings.zone = ZoneOffsets(
      initialOffset: 0,
      transitions: [.init(at: midnight - 9000, offset: -180), .init(at: midnight + 1440 + 300, offset: -210)])
    fixture.post(3, to: 3, "D")
    let lines = lines(file(fixture, 3))
    #expect(
      Array(lines[lines.firstIndex(of: "BEGIN:DAYLIGHT")!..<lines.firstIndex(of: "END:VTIMEZONE")!]) == [
        "BEGIN:DAYLIGHT", "DTSTART:19700101T000000", "TZOFFSETFROM:-0300", "TZOFFSETTO:-0300", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20261206T020000", "TZOFFSETFROM:-0300", "TZOFFSETTO:-0330", "END:STANDARD",
      ])
    #expect(lines.contains("DTEND;TZID=Asia/Tashkent:20261206T080000"))
  }

  @Test("a zone whose name could not stand there is written in UTC")
  func hostileZone() {
    var fixture = SheetsFixture()
    fixture.roster.settings.timeZone = "x:y\r\nBEGIN:VALARM"
    fixture.post(0, to: 0, "A")
    #expect(!file(fixture, 0).contains("VALARM") && !file(fixture, 0).contains("VTIMEZONE"))
    #expect(file(fixture, 0).contains("DTSTART:20261205T030000Z"))
  }

  @Test("any text is folded into lines of 75 bytes, whole letters each, and comes back as it was")
  func folding() {
    var generator = SeededGenerator(seed: 31)
    let pieces = ["a", ",", ";", "\\", "\n", "Ўз", "👮🏽‍♀️", "\u{1B}]0;x", "BEGIN:VEVENT", "\r\n", " ", "\\n", ":", "\""]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      var calendar = CalendarText()
      calendar.append("SUMMARY", text: text)
      let file = String(decoding: calendar.bytes, as: UTF8.self)
      #expect(Array(file.utf8) == calendar.bytes)
      let raw = file.unicodeScalars.split(separator: "\r\n".unicodeScalars.first!).map(String.init)
      #expect(raw.allSatisfy { $0.utf8.drop { $0 == 0x0A }.count <= 75 })
      #expect(calendar.bytes.count { $0 == 0x0A } == calendar.bytes.count { $0 == 0x0D })
      let unfolded = lines(file)
      #expect(unfolded.count == 1)
      var value = ""
      var scalars = unfolded[0].unicodeScalars.dropFirst("SUMMARY:".count)
      while let scalar = scalars.popFirst() {
        guard scalar == "\\", let next = scalars.popFirst() else {
          value.unicodeScalars.append(scalar)
          continue
        }
        value.unicodeScalars.append(next == "n" ? "\n" : next)
      }
      #expect(Array(value.utf8) == Array(HarmlessText.from(text).utf8))
    }
  }

  @Test("a unit whose id could lead out of the folder has no file")
  func fileNames() {
    var fixture = SheetsFixture()
    fixture.roster.units[1].id = "../u2"
    let calendar = UnitCalendar(fixture.roster, grid: fixture.grid, days: day...day)
    #expect(calendar.fileName(of: UnitReference(0)) == "u1.ics")
    #expect(calendar.fileName(of: UnitReference(1)) == nil)
  }
}
