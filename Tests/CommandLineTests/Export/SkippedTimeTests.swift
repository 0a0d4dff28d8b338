import Foundation
import Testing

/// The instants are those of Python's `zoneinfo`, by RFC 5545, 3.3.5: a time that the clock skips is read with the offset
/// before the change.
@Suite("Shifts that begin or end at a time that the clock skips")
struct SkippedTimeTests {
  /// A night before the change of clocks, the shift that begins at the skipped time, and what each file says of them.
  struct Case: CustomTestStringConvertible {
    var zone: String
    var firstDay: String
    var shifts: [(id: String, start: String, hours: Int)]
    /// The shift that ends at the skipped time, and what begins at it, as a row of the table: start, end and minutes.
    var before: (shift: String, day: String, row: String, sheet: String, end: String)
    var after: (shift: String, day: String, row: String, sheet: String, start: String)

    var testDescription: String { zone }
  }

  static let cases = [
    Case(
      zone: "Europe/Berlin", firstDay: "2026-03-28",
      shifts: [("A", "02:30", 8), ("B", "10:30", 8), ("C", "18:30", 8)],
      before: (
        "C", "2026-03-28", "2026-03-28T18:30:00+01:00,2026-03-29T03:30:00+02:00,480", "18:30,03:30",
        "20260329T033000"
      ),
      after: (
        "A", "2026-03-29", "2026-03-29T03:30:00+02:00,2026-03-29T10:30:00+02:00,420", "03:30,10:30",
        "20260329T033000"
      )),
    Case(
      zone: "Africa/Cairo", firstDay: "2026-04-23",
      shifts: [("A", "08:00", 8), ("B", "16:00", 8), ("C", "24:00", 8)],
      before: (
        "B", "2026-04-23", "2026-04-23T16:00:00+02:00,2026-04-24T01:00:00+03:00,480", "16:00,01:00",
        "20260424T010000"
      ),
      after: (
        "C", "2026-04-23", "2026-04-24T01:00:00+03:00,2026-04-24T08:00:00+03:00,420", "01:00,08:00",
        "20260424T010000"
      )),
  ]

  private func roster(_ test: Case, in folder: TemporaryFolder) throws -> String {
    var roster = SmallRoster()
    let shifts = test.shifts.map {
      "[[shift]]\nid = \"\($0.id)\"\nname = \"\($0.id)\"\nstart = \"\($0.start)\"\nhours = \($0.hours)\n"
    }
    roster.files["roster.toml"] = """
      format = 1
      title = "Clocks"
      time_zone = "\(test.zone)"
      first_day = \(test.firstDay)
      days = 2
      \(shifts.joined())
      [regime.any]
      shifts = ["A", "B", "C"]
      [rules.departments-outside-4-9]
      severity = "off"
      """
    roster.files["assignments.csv"] = """
      day,shift,beat,unit,status,note
      \(test.before.day),\(test.before.shift),b1,u1,,
      \(test.after.day),\(test.after.shift),b1,u2,,

      """
    return try roster.write(to: folder)
  }

  @Test("table, sheet and calendar give the same time, an hour later by the clock", arguments: cases)
  func alike(test: Case) throws {
    let folder = try TemporaryFolder()
    let path = try roster(test, in: folder)
    let table = try Program.run(["export", path, "--table", "-"])
    #expect(table.status == 0)
    for row in [test.before.row, test.after.row] { #expect(table.output.contains(row), "\(table.output)") }
    let files = try Program.run(["export", path, "--sheets", "sheets", "--calendar", "calendar"], in: folder.url)
    #expect(files.status == 0, "\(files.errors)")
    func text(_ file: String) throws -> String {
      try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
    }
    for (shift, day, times) in [
      (test.before.shift, test.before.day, test.before.sheet), (test.after.shift, test.after.day, test.after.sheet),
    ] {
      let sheet = try text("sheets/n1_\(day)_\(shift).csv")
      #expect(sheet.contains(",\(times),"), "\(sheet)")
    }
    #expect(try text("calendar/u1.ics").contains("DTEND;TZID=\(test.zone):\(test.before.end)\r\n"))
    #expect(try text("calendar/u2.ics").contains("DTSTART;TZID=\(test.zone):\(test.after.start)\r\n"))
    let back = try Program.run(["import", path, "sheets", "--dry-run"], in: folder.url)
    #expect(back.status == 0 && !back.errors.contains("is not read back"), "\(back.errors)")
  }

  @Test("the duty day begins with its first shift, not before")
  func today() throws {
    let folder = try TemporaryFolder()
    let path = try roster(Self.cases[0], in: folder)
    for (now, day) in [("2026-03-29T03:29", "2026-03-28"), ("2026-03-29T03:30", "2026-03-29")] {
      let outcome = try Program.run(["export", path, "--table", "-", "--day", "today", "--now", now])
      let rows = outcome.lines.dropFirst()
      #expect(outcome.status == 0 && rows.count == 1 && rows.allSatisfy { $0.hasPrefix(day) }, "\(outcome)")
    }
  }
}
