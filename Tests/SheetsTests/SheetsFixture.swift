import Coverage
import RosterModel
import Sheets
import Tables

/// A district of two departments and a response car, three tiles, a 24-hour duty and an evening duty.
struct SheetsFixture {
  /// 2026-12-05, a Saturday.
  static let day = Day(number: 20_792)
  var roster: Roster

  init() {
    let shifts = [
      Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 480),
      Shift(id: "B", name: "Evening", start: ClockTime(minutes: 960), minutes: 480),
      Shift(id: "C", name: "Night", start: ClockTime(minutes: 1440), minutes: 480, isNight: true),
      Shift(
        id: "D", name: "Day and night", start: ClockTime(minutes: 480), minutes: 1440, isNight: true,
        covers: [ShiftReference(0), ShiftReference(1), ShiftReference(2)]),
      Shift(id: "E", name: "Volunteers", start: ClockTime(minutes: 1110), minutes: 240, covers: [ShiftReference(1)]),
    ]
    roster = Roster(
      settings: RosterSettings(
        title: "Юнусабад", timeZone: "Asia/Tashkent", zone: ZoneOffsets(initialOffset: 300), firstDay: Self.day,
        days: 2,
        shifts: ShiftPlan(shifts), regimes: [Regime(name: "any", shifts: [ShiftReference(0)])]))
    roster.districts = [District(id: "yunusobod", name: "Yunusobod")]
    roster.departments = [
      Department(id: "y1", district: DistrictReference(0), name: "Юнусабад-1"),
      Department(id: "y2", district: DistrictReference(0), name: "Yunusobod 2"),
    ]
    roster.beats = [
      Beat(
        id: "y1-b01", place: .department(DepartmentReference(0)), name: "Бодомзор метроси", kind: .post,
        task: "Check the \"north\" gate, hourly"),
      Beat(id: "y1-b02", place: .department(DepartmentReference(0)), name: "Park", kind: .route),
      Beat(id: "y2-b01", place: .department(DepartmentReference(1)), name: "Minor", kind: .post),
      Beat(id: "yunusobod-car", place: .district(DistrictReference(0)), name: "Car", kind: .response),
    ]
    roster.units = [
      unit("u1", "Сокол-12", .police, leader: "Каримов А.", mode: .foot),
      unit("u2", "=HYPERLINK(\"x\")", .guard, leader: "O‘ktamov"),
      unit("u3", "Mahalla-3", .volunteer, officers: 4),
      unit("u4", "Lochin-4", .police, mode: .car),
    ]
    roster.demand = [DemandRow(place: .beat(BeatReference(0)), minimum: 1)]
  }

  /// Adds a duty S of the day's and the night's tile, 09:00-13:00 and 00:00-04:00, eight hours with a pause of eleven.
  mutating func addSplitDuty() {
    let parts = [540..<780, 1440..<1680].map {
      ClockSpan(start: ClockTime(minutes: $0.lowerBound), end: ClockTime(minutes: $0.upperBound))
    }
    let duty = Shift(
      id: "S", name: "Split", parts: parts[0], [parts[1]], isNight: true,
      covers: [ShiftReference(0), ShiftReference(2)])
    roster.settings.shifts = ShiftPlan(roster.settings.shifts.shifts + [duty])
  }

  private func unit(
    _ id: String, _ callsign: String, _ force: Force, leader: String = "", officers: Int = 2, mode: Mode? = nil
  ) -> Unit {
    Unit(
      id: id, callsign: callsign, force: force, home: .department(DepartmentReference(0)), reach: .city,
      regime: RegimeReference(0), officers: officers, mode: mode, leader: leader)
  }

  /// Posts a unit by index; shifts are A, B, C, D and E, beats in the order of their ids.
  mutating func post(
    _ unit: Int, to beat: Int, _ shift: String, on day: Day = Self.day, note: String = "", isLocked: Bool = false
  ) {
    let index = roster.settings.shifts.shifts.firstIndex { $0.id == shift } ?? 0
    roster.assignments.append(
      Assignment(
        day: day, shift: ShiftReference(index), beat: BeatReference(beat), unit: UnitReference(unit),
        isLocked: isLocked,
        note: roster.note(note)))
  }

  var grid: CoverageGrid { CoverageGrid(roster) }

  /// The lines of the sheet of a place, without the header, the row that ends it and the line ends.
  func sheet(_ place: String, _ shift: String, dialect: CSVDialect = .rfc4180) throws -> [String] {
    let selection = try SheetSelection(in: roster, days: Self.day...Self.day, shift: shift)
    let sheets = Array(SheetBook(roster, grid: grid, selection: selection).sheets)
    guard let sheet = sheets.first(where: { roster.id($0.place) == place }) else { return ["no such sheet"] }
    let text = String(decoding: sheet.csv(in: roster, dialect: dialect).bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).dropFirst().dropLast().map(String.init)
  }

  /// The file names of a selection's sheets.
  func fileNames(_ selection: SheetSelection) -> [String] {
    SheetBook(roster, grid: grid, selection: selection).sheets.map { $0.key(in: roster).fileName }
  }
}
