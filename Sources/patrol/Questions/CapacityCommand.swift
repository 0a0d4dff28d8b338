import ArgumentParser
import Coverage
import RosterModel
import Screen
import Tables

/// `patrol capacity`: what is needed and what the units could do, before anything is planned.
struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Say before planning what is needed, what the units can work, and where it will be short.",
    discussion: """
      Unit-shifts and people by force, department, shift and week, and the relief factor of each regime: how many units \
      keep one post filled in one shift of every day, leave and absences counted. What is needed is counted at the least, \
      what is possible at the most, so that a row that is short will be.

      Exit code 1 where something will be short.

      For example:
        patrol capacity north
        patrol capacity north --table capacity.csv
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @Option(
    help: ArgumentHelp(
      "Write the rows as CSV to this file, in place of the answer; - is standard output.", valueName: "file"),
    completion: .file())
  var table: String?
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if table != nil, format == .json { throw ValidationError("--table writes CSV: leave out --format json.") }
  }

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    let grid = CoverageGrid(roster)
    guard let capacity = CapacityTable(grid) else {
      throw CommandFailure(
        .usage, "this roster cannot be counted: units may stand twice in a shift, or it is too large")
    }
    var options = ValidationOptions()
    options.select = ["CAP001"]
    let answer = CapacityAnswer(
      table: capacity, shortages: Validator.validate(grid, options: options).findings.map(\.message),
      frame: grid.frame)
    if let table {
      try TableFile(path: table).write(answer.csv)
    } else {
      switch format {
      case .text: streams.answer(answer.text)
      case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
      }
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if answer.isShort { throw ExitStatus.no }
  }
}

/// What `patrol capacity` answers.
struct CapacityAnswer {
  let table: CapacityTable
  /// What rule CAP001 says.
  let shortages: [String]
  let frame: RosterFrame

  var isShort: Bool { !shortages.isEmpty || table.rows.contains { $0.short > 0 } }

  private func id(_ place: Place) -> String { frame.roster.id(place) }

  private func regime(_ reference: RegimeReference) -> String { frame.roster.settings.regimes[reference.index].name }

  private static func words(_ forces: ForceSet) -> String {
    forces == .all ? "any" : forces.forces.map(\.rawValue).joined(separator: " or ")
  }

  private func sort(_ row: CapacityTable.Row) -> String {
    Self.words(row.forces) + (row.skill.isEmpty ? "" : " " + row.skill)
  }

  private func words(_ span: CapacityTable.Span) -> String {
    switch span {
    case .period: "period"
    case .week(let days): "\(days.lowerBound) to \(days.upperBound)"
    case .tile(let tile): frame.roster.settings.shifts.tile(tile).id
    }
  }

  private static func rounded(_ number: Double?) -> String {
    guard let number else { return "-" }
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The answer for people.
  var text: String {
    let parts = [
      section("relief by regime", reliefRows), section("people", staffRows),
      section("by force, whole period", rows { $0 == .city && $1 == .period }),
      section("by department", rows { Self.isDepartment($0) && $1 == .period }),
      section(
        "by shift",
        rows { place, span in
          if case .tile = span { return place == .city }
          return false
        }),
      section(
        "by week",
        rows { place, span in
          if case .week = span { return place == .city }
          return false
        }),
      shortages.isEmpty
        ? "nothing is proven to be short"
        : "will be short (CAP001)\n" + shortages.map { "  " + $0.shown }.joined(separator: "\n"),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  private static func isDepartment(_ place: Place) -> Bool {
    if case .department = place { return true }
    return false
  }

  private func section(_ title: String, _ rows: (header: [String], rows: [[String]], numbers: Int)) -> String? {
    guard !rows.rows.isEmpty else { return nil }
    let table = TextTable.text(rows.header, rows.rows.map { $0.map(\.shown) }, numberColumns: rows.numbers)
    return ([title] + table.split(separator: "\n").map { "  " + $0 }).joined(separator: "\n")
  }

  private var reliefRows: (header: [String], rows: [[String]], numbers: Int) {
    (
      ["factor", "units", "days away", "most a unit", "possible", "regime"],
      table.reliefs.map {
        [
          Self.rounded($0.factor), "\($0.units)", "\($0.daysAway)", "\($0.mostOfUnit)", "\($0.possible)",
          regime($0.regime),
        ]
      }, 5
    )
  }

  private var staffRows: (header: [String], rows: [[String]], numbers: Int) {
    (
      ["units", "officers", "home", "force"],
      table.staff.map { ["\($0.units)", "\($0.officers)", id($0.home), $0.force.rawValue] }, 2
    )
  }

  private func rows(
    _ isWanted: (Place, CapacityTable.Span) -> Bool
  ) -> (header: [String], rows: [[String]], numbers: Int) {
    (
      ["needed", "possible", "short", "units", "officers", "place", "force", "days or shift"],
      table.rows.filter { isWanted($0.place, $0.span) }.map {
        [
          "\($0.needed)", "\($0.possible)", "\($0.short)", "\($0.units)", "\($0.officers)", id($0.place), sort($0),
          words($0.span),
        ]
      }, 5
    )
  }

  /// All rows as CSV.
  var csv: [UInt8] {
    var text = CSVText(.rfc4180)
    text.append(row: [
      "place", "forces", "skill", "first_day", "last_day", "shift", "needed", "possible", "short", "units", "officers",
    ])
    for row in table.rows {
      let days = days(of: row.span)
      text.append(row: [
        id(row.place), row.forces == .all ? "" : row.forces.forces.map(\.rawValue).joined(separator: ";"), row.skill,
        days.lowerBound.description, days.upperBound.description, shift(of: row.span) ?? "", "\(row.needed)",
        "\(row.possible)", "\(row.short)", "\(row.units)", "\(row.officers)",
      ])
    }
    return text.bytes
  }

  private func days(of span: CapacityTable.Span) -> ClosedRange<Day> {
    if case .week(let days) = span { return days }
    return frame.roster.settings.period
  }

  private func shift(of span: CapacityTable.Span) -> String? {
    if case .tile(let tile) = span { return frame.roster.settings.shifts.tile(tile).id }
    return nil
  }
}

extension CapacityAnswer: Encodable {
  private enum Key: String, CodingKey { case formatVersion, regimes, staff, rows, shortages }

  private struct ReliefRow: Encodable {
    var regime: String
    var units: Int
    var daysAway: Int
    var mostOfUnit: Int
    var possible: Int
    var factorPerCent: Int?
  }

  private struct StaffRow: Encodable {
    var home: String
    var force: String
    var units: Int
    var officers: Int
  }

  private struct FigureRow: Encodable {
    var place: String
    var forces: [String]?
    var skill: String?
    var firstDay: String
    var lastDay: String
    var shift: String?
    var needed: Int
    var possible: Int
    var short: Int
    var units: Int
    var officers: Int
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.0", forKey: .formatVersion)
    try container.encode(
      table.reliefs.map {
        ReliefRow(
          regime: regime($0.regime), units: $0.units, daysAway: $0.daysAway, mostOfUnit: $0.mostOfUnit,
          possible: $0.possible, factorPerCent: $0.factor.map { Int(($0 * 100).rounded()) })
      }, forKey: .regimes)
    try container.encode(
      table.staff.map {
        StaffRow(home: id($0.home), force: $0.force.rawValue, units: $0.units, officers: $0.officers)
      }, forKey: .staff)
    try container.encode(
      table.rows.map { row in
        let days = days(of: row.span)
        return FigureRow(
          place: id(row.place), forces: row.forces == .all ? nil : row.forces.forces.map(\.rawValue),
          skill: row.skill.isEmpty ? nil : row.skill, firstDay: days.lowerBound.description,
          lastDay: days.upperBound.description, shift: shift(of: row.span), needed: row.needed,
          possible: row.possible, short: row.short, units: row.units, officers: row.officers)
      }, forKey: .rows)
    try container.encode(shortages, forKey: .shortages)
  }
}
