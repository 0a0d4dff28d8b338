import ArgumentParser
import Coverage
import RosterModel

/// `patrol repair`: closes gaps of a roster that is running, with the fewest changes.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Close gaps with the fewest changes, and say who must be told.",
    discussion: """
      What has begun is worked and stays; so do locked postings, and published days unless --published is given. Fewest \
      changes come first, then the fewest units disturbed, then the fewest changes of published days, then the least cost. \
      A move counts once. Below the changes stands whether no repair has fewer, or how many each needs at the least.

      The first Ctrl-C keeps the best repair so far; the second leaves at once and writes nothing. Exit code 1 where \
      something is left that lacks units.

      For example:
        patrol repair north --dry-run
        patrol repair north --published --reason "Sokol-12 is ill"
        patrol repair north --to target --from tomorrow --max-changes 20
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var scope: RepairScope
  @Option(
    help: ArgumentHelp("Change only this unit's postings; may be given again.", valueName: "id"), completion: .units)
  var unit: [String] = []
  @Flag(help: "Change published days too; wants --reason.") var published = false
  @Option(help: ArgumentHelp("Make at most this many changes.", valueName: "n")) var maxChanges: Int?
  @OptionGroup var search: RepairSearchOptions
  @OptionGroup var why: ReasonOption
  @OptionGroup var who: PersonOption
  @OptionGroup var key: KeyOption
  @Flag(help: "Write nothing; only say what would change.") var dryRun = false
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if published, why.reason == nil { throw ValidationError("--published wants a reason: say why with --reason TEXT.") }
    if let maxChanges, maxChanges < 1 { throw ValidationError("--max-changes takes 1 or more.") }
  }

  func run() throws {
    let streams = quiet.streams
    let change = RosterChange(
      folder: folder.roster, person: try who.acting(), reason: why.reason, isDryRun: dryRun, key: key.id,
      now: scope.clock.now
    ) { settings in
      ["repair", try scope.words(in: settings), published ? "published" : "", maxChanges.map { "\($0)" } ?? ""]
        + unit.map { $0.lowercased() }.sorted()
    }
    let mender = Mender(search)
    let outcome = try change.make(streams) { draft in
      var wish = try scope.wish(in: draft.roster, telling: streams)
      wish.changesPublished = published
      wish.mostChanges = maxChanges
      if !unit.isEmpty { wish.units = Set(try unit.map { try draft.roster.unit(named: $0) }) }
      return EditStep(name: "repair", edits: mender.mend(draft.grid, wish).edits)
    }
    let answer = mender.answer
    var told = ChangeAnswer(verb: "repair", change: change, outcome: outcome, remarks: answer?.lines ?? [])
    told.repair = answer
    try told.give(streams, as: format)
    if mender.isInterrupted { throw ExitStatus.interrupted }
    if let answer, answer.left > 0, outcome.act?.isRepeat != true { throw ExitStatus.no }
  }
}

/// What a repair is to fill.
struct RepairScope: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Up to where squares are filled, minimum or target (default: minimum); also the last duty day.",
      valueName: "minimum|target|day"),
    completion: .list(["minimum", "target"]))
  var to: [String] = []
  @Option(help: ArgumentHelp("The first duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var from: String?
  @Option(help: ArgumentHelp("Only this duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var day: String?
  @Option(
    help: ArgumentHelp(
      "Only this cell: place, duty day and shift.", valueName: "place/day/shift"))
  var cell: String?
  @Option(help: ArgumentHelp("Only this district.", valueName: "id"), completion: .districts) var district: String?
  @OptionGroup var clock: NowOption

  private var levels: [CellLack.Level] { to.compactMap { CellLack.Level(rawValue: $0.lowercased()) } }
  private var last: [String] { to.filter { CellLack.Level(rawValue: $0.lowercased()) == nil } }

  func validate() throws {
    if levels.count > 1 { throw ValidationError("--to names minimum or target once.") }
    if last.count > 1 { throw ValidationError("--to names one last day.") }
    if cell != nil, day != nil || from != nil || !last.isEmpty || district != nil {
      throw ValidationError("--cell names a place and a day: leave out the district and the days.")
    }
    if day != nil, from != nil || !last.isEmpty {
      throw ValidationError("--day is one day, --from and --to are a range. Name either.")
    }
  }

  /// What is to be filled, by the ids of a roster.
  ///
  /// - Throws: `CommandFailure` where something is not of the roster.
  func wish(in roster: Roster, telling streams: StandardStreams) throws -> RepairWish {
    var wish = RepairWish()
    wish.level = levels.first ?? .minimum
    if let district {
      wish.place = .district(try roster.districts(named: [district]).first ?? DistrictReference(0))
    }
    if let cell {
      let asked = try CellArgument(cell, now: clock.now, in: roster).question
      (wish.place, wish.tile, wish.days) = (asked.place, asked.tile, asked.day...asked.day)
    } else if let day {
      let only = try DayOptions.day(ofPeriod: day, option: "--day", now: clock.now, in: roster.settings)
      wish.days = only...only
    } else {
      var range = DayOptions()
      (range.from, range.to, range.clip, range.clock) = (from, last.first, false, clock)
      wish.days = try range.days(in: roster.settings, telling: streams)
    }
    return wish
  }

  /// The same for an act to be known again by.
  func words(in settings: RosterSettings) throws -> String {
    [levels.first?.rawValue ?? "minimum", from ?? "", last.first ?? "", day ?? "", cell ?? "", district ?? ""]
      .joined(separator: " ")
  }
}

/// How long a repair is searched for.
struct RepairSearchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Search for at most this long (default: 10).", valueName: "seconds")) var timeLimit = 10.0
  @Option(
    help: ArgumentHelp(
      "Take a part back and mend it again this often, without a limit of time: the same repair on every machine.",
      valueName: "n"))
  var iterations: Int?
  @Option(help: ArgumentHelp("The seed of the search.", valueName: "n")) var seed: UInt64 = 1

  func validate() throws {
    if !(timeLimit > 0 && timeLimit <= 86_400) {
      throw ValidationError("--time-limit takes seconds above 0 and up to a day.")
    }
    if let iterations, iterations < 0 { throw ValidationError("--iterations takes 0 or more.") }
  }
}
