import ArgumentParser
import RosterFolder
import RosterGenerator
import RosterModel

/// `patrol-bench generate`: a roster of a city, with a solution planted in it.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Makes a roster of a city with a full solution planted in it.",
    discussion: """
      The demand is what the planted solution covers, so no gap and nothing below target are known to be possible. \
      The roster holds the history alone; `--plant` writes it again with the solution in it. The same options give the \
      same bytes on every machine.
      """)

  @Option(help: ArgumentHelp("Districts: the 12 of Tashkent in order, further ones numbered.", valueName: "count"))
  var districts = 12

  @Option(help: ArgumentHelp("One district of Tashkent, by its name.", valueName: "name"))
  var district: String?

  @Option(help: ArgumentHelp("Departments of each district; 4 to 9 at random where not given.", valueName: "count"))
  var departments: Int?

  @Option(help: ArgumentHelp("Beats of each district; 6 to 8 a department where not given.", valueName: "count"))
  var beats: Int?

  @Option(help: ArgumentHelp("The first duty day of the period.", valueName: "date"))
  var firstDay = "\(GeneratorOptions.december2026)"

  @Option(help: ArgumentHelp("Duty days of the period.", valueName: "count"))
  var days = 28

  @Option(help: ArgumentHelp("Duty days of history before it.", valueName: "count"))
  var history = 7

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Units on top of the planted ones; below 0: units left out.", valueName: "per cent"))
  var spare = 5

  @Option(help: ArgumentHelp("What all that is drawn depends on.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Where the roster goes: a new or empty folder, or a roster to replace.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("Where the roster with the solution in it goes.", valueName: "folder"))
  var plant: String?

  func run() throws {
    let city = try generated()
    let roster = city.roster
    try FolderWriter.create(roster, settings: city.settingsText, at: output, replacing: true)
    if let plant { try FolderWriter.create(city.planted, settings: city.settingsText, at: plant, replacing: true) }
    print(
      """
      districts    \(roster.districts.count)
      departments  \(roster.departments.count)
      beats        \(roster.beats.count)
      units        \(roster.units.count)
      demand       \(roster.demand.count) rows
      absences     \(roster.absences.count) rows
      requests     \(roster.requests.count) rows
      history      \(roster.assignments.count) assignments
      planted      \(city.plant.count) assignments
      """)
  }

  private func generated() throws -> GeneratedRoster {
    guard let firstDay = Day(iso: firstDay) else {
      throw ValidationError("--first-day is \(firstDay); give a date as YYYY-MM-DD")
    }
    do {
      return try RosterGenerator.generate(
        GeneratorOptions(
          districts: district == nil ? districts : 1, districtName: district, departments: departments, beats: beats,
          firstDay: firstDay, days: days, historyDays: history, spare: spare, seed: seed))
    } catch {
      throw ValidationError(error.description)
    }
  }
}
