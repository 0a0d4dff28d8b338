import Coverage
import RosterFolder
import RosterModel
import Screen
import Tables

/// The roster that `patrol new` writes: small, commented and whole, so that planning it fills every cell.
struct RosterTemplate {
  var firstDay: Day
  /// How many duty days.
  var days: Int
  /// The time zone's name.
  var timeZone: String
  /// What the roster is called.
  var title: String

  /// The tables by file name.
  var files: [(name: String, text: String)] {
    [
      ("roster.toml", toml), ("districts.csv", "id,name\ncentre,Centre\n"), ("departments.csv", departments),
      ("beats.csv", beats), ("units.csv", units), ("demand.csv", demand),
      ("assignments.csv", "day,shift,beat,unit,status,note\n"), ("absences.csv", "unit,days,shift,reason\n"),
      ("requests.csv", "unit,days,shift,wish,weight\n"),
    ]
  }

  private static let departmentCount = 4
  private static let unitsPerDepartment = 8

  private var departments: String {
    (1...Self.departmentCount).reduce("id,district,name\n") { $0 + "centre-\($1),centre,Department \($1)\n" }
  }

  private var beats: String {
    (1...Self.departmentCount).reduce("id,place,name,kind,forces,needs,task\n") {
      $0 + "c\($1)-post,centre-\($1),Post \($1),post,,,\n"
    }
  }

  private var units: String {
    var text = "id,callsign,force,home,reach,regime,officers,mode,skills,leader\n"
    for department in 1...Self.departmentCount {
      for number in 1...Self.unitsPerDepartment {
        text += "c\(department)-u\(number),Unit \(department)-\(number),police,centre-\(department),department,"
        text += "three-shift,2,foot,,\n"
      }
    }
    return text
  }

  private var demand: String {
    """
    place,per,kind,days,shift,force,skill,minimum,target,maximum
    city,beat,,daily,A,,,1,1,1
    city,beat,,daily,B,,,1,2,2
    city,beat,,daily,C,,,1,2,2

    """
  }

  private var toml: String {
    """
    # A roster folder: this file holds what is few, the tables beside it hold what is many.
    # `patrol validate` checks all of it, `patrol plan` fills it, `patrol edit` opens the desk on it.
    format = 1
    title = \(TomlText.quoted(title))
    time_zone = \(TomlText.quoted(timeZone))
    first_day = \(firstDay)
    days = \(days)
    weekend = ["sat", "sun"]

    # A shift without `covers` is a tile: the tiles fill the duty day. The night of a date is the one that begins at
    # its end, so it starts at 24:00.
    [[shift]]
    id = "A"
    name = "Day"
    start = "08:00"
    hours = 8
    [[shift]]
    id = "B"
    name = "Evening"
    start = "16:00"
    hours = 8
    [[shift]]
    id = "C"
    name = "Night"
    start = "24:00"
    hours = 8
    night = true

    # A duty covers tiles and counts in each of them. Take the # away to use it, and name it in a regime.
    # [[shift]]
    # id = "D"
    # name = "Day and night"
    # covers = ["A", "B", "C"]
    # A duty with an unpaid pause says when it is worked by parts in place of start and hours.
    # [[shift]]
    # id = "S"
    # covers = ["A", "B"]
    # parts = ["08:00-12:00", "18:00-22:00"]

    # The working-time rules of the units that name this regime. Leave out a limit that does not apply.
    [regime.three-shift]
    shifts = ["A", "B", "C"]
    rest_hours = 12                # from the end of one shift to the start of the next
    weekly_rest_hours = 42         # every week holds one such uninterrupted span
    max_consecutive_days = 6
    max_consecutive_nights = 3
    max_hours_per_week = 48
    max_hours = 176                # per 28 days
    # Where the numbers come from; `patrol explain` shows it. Check them against the law and orders you are under.
    [regime.three-shift.source]
    rest_hours = "Set by the roster's owner"

    # Volunteers patrol only beside police or Guard in the same cell.
    [[escort]]
    force = "volunteer"
    by = ["police", "guard"]
    at_most = 2

    # A rule's severity can be changed here: error, warning, info or off. `patrol rules` lists them.
    # [rules.below-target]
    # severity = "info"

    # What planning trades, per unit and day.
    [weights]
    gap = 1000
    shortfall = 100
    surplus = 10
    request = 5
    fairness = 5
    continuity = 1
    far_from_home = 1
    change = 1                      # each posting that a plan moves or adds

    # Whom `patrol who` lists first of those who are free; the first that differs decides: cost, week, period, last_call, distance.
    [call_out]
    order = ["cost", "period", "last_call", "distance"]

    """
  }
}

/// A roster's next period in a folder of its own.
struct Rollover {
  /// The roster that it comes after.
  var source: String
  /// Where it is to be.
  var target: String
  /// Its first duty day; `nil` for the one after the last of `source`.
  var firstDay: Day?
  /// How many duty days it has.
  var days: Int
  /// What it is called; `nil` for what `source` is called.
  var title: String?

  /// Writes it, reads it back and checks it.
  ///
  /// - Throws: `CommandFailure` where it cannot be made; nothing is half-written then. `ExitStatus.no` where it is made and
  ///   something is wrong with it besides its empty grid.
  func make(_ streams: StandardStreams, as format: AnswerFormat) throws {
    let (old, reading) = try RosterArgument.readRoster(at: source, streams)
    let snapshot = reading.snapshot
    guard reading.wholeness.isWhole else {
      if format == .json {
        let answer = NewAnswer(
          refused: title ?? old.settings.title, firstDay: try firstDay(after: old.settings), days: days, folder: target)
        streams.answer(try JSONText.encode(answer, from: reading.wholeness))
      }
      throw CommandFailure(.incomplete, "nothing was made: \(source.shown) could not be read whole. Mend it first.")
    }
    let firstDay = try firstDay(after: old.settings)
    let next = old.rolledOver(to: firstDay, days: days)
    do {
      try FolderWriter.create(next, settings: try settings(of: snapshot, firstDay), from: snapshot, at: target)
    } catch let error as SaveError {
      throw CommandFailure(ExitStatus(error.obstacle), "\(error)".shown)
    }
    let skipped = old.settings.lastDay.advanced(by: 1)..<max(firstDay, old.settings.lastDay.advanced(by: 1))
    let between = skipped.isEmpty ? nil : ClosedRange(skipped)
    try NewAnswer(next, title: title ?? old.settings.title, folder: target, skipping: between).give(streams, as: format)
    if let between {
      streams.complain(
        "warning: \(DayOptions.words(between)) \(between.count == 1 ? "is" : "are") in no roster: \(source.shown) ends on "
          + "\(old.settings.lastDay). Leave out --first-day to begin on the day after")
    }
    try check(streams)
  }

  private func firstDay(after settings: RosterSettings) throws -> Day {
    let next = firstDay ?? settings.lastDay.advanced(by: 1)
    guard next > settings.firstDay else {
      throw CommandFailure(
        .usage, "--first-day \(next) is not after \(settings.firstDay), the first day of \(source.shown).")
    }
    guard next.advanced(by: days - 1).components.year <= Day.yearRange.upperBound else {
      throw CommandFailure(.usage, "the period would end after the year \(Day.yearRange.upperBound).")
    }
    return next
  }

  private func settings(of snapshot: FolderSnapshot, _ firstDay: Day) throws -> [UInt8] {
    var values: [(key: String, value: TomlText.Value)] = [
      ("first_day", .date(firstDay)), ("days", .integer(days)),
    ]
    if let title { values.append(("title", .text(title))) }
    guard let bytes = TomlText.setting(values, in: snapshot.settings) else {
      throw CommandFailure(.incomplete, "nothing was made: roster.toml of \(source.shown) has no period to change.")
    }
    return bytes
  }

  /// An empty grid is as it should be; whatever else is wrong came over from the old roster.
  private func check(_ streams: StandardStreams) throws {
    let (roster, reading) = try RosterArgument.readRoster(at: target, streams)
    var options = ValidationOptions()
    options.ignore = ["COV"]
    let errors = Validator.findings(in: roster, options: options).filter { $0.severity == .error }
    for finding in errors.prefix(10) { streams.complain(FindingText.line(finding, colour: false)) }
    if !errors.isEmpty {
      streams.complain(
        "\(errors.count) error\(errors.count == 1 ? "" : "s") besides its empty grid; `patrol validate` lists them")
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if !errors.isEmpty { throw ExitStatus.no }
  }
}
