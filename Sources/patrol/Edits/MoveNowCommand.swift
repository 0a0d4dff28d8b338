import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol move-now`: says what happened to a unit during its shift.
struct MoveNowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move-now",
    abstract: "Say what happens to a unit during its shift: moved, late, relieved, called in, sent home.",
    discussion: """
      The posting stays as it was made; manoeuvres.csv has what was truly worked, and gaps, hours and rest go by it. The \
      shift is the one that the unit works at that time. A unit that is called in is posted. It is judged as any edit: \
      exit code 1 where it breaks a rule, as the rest before the unit's next shift, or where the unit works none then.

      For example:
        patrol move-now north --unit u7 --beat b2 --at 21:40 --reason "fight"
        patrol move-now north --unit u7 --late --at 16:30 --reason "car"
        patrol move-now north --unit u9 --called-in --beat b2 --reason "ill"
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("The unit.", valueName: "id"), completion: .units) var unit: String
  @Option(help: ArgumentHelp("The beat where it stands from then on.", valueName: "id"), completion: .beats)
  var beat: String?
  @Flag(help: "It arrives only then.") var late = false
  @Flag(help: "Others stand there from then on; after the shift's end: it stayed so long.") var relieved = false
  @Flag(help: "It comes although it was not posted, and stands at --beat from then on.") var calledIn = false
  @Flag(help: "It leaves then, and nobody comes in its place.") var sentHome = false
  @Option(
    help: ArgumentHelp("When: 21:40, the nearest to now, or 2026-12-08T21:40 (default: now).", valueName: "time"))
  var at: String?
  @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String
  @OptionGroup var clock: NowOption
  @OptionGroup var options: EditOptions

  func validate() throws {
    try PlainText.check(reason, option: "--reason")
    guard [late, relieved, calledIn, sentHome].count(where: { $0 }) <= 1 else {
      throw ValidationError("--late, --relieved, --called-in and --sent-home are one or the other.")
    }
    guard kind.namesBeat == (beat != nil) else {
      throw ValidationError(
        kind == .moved
          ? "Name what happens: --beat ID where it was moved, or --late, --relieved, --called-in or --sent-home."
          : kind == .calledIn
            ? "--called-in wants the beat where it stands: --beat ID."
            : "--beat goes not with that: it is where a unit was moved or called in to.")
    }
  }

  private var kind: Manoeuvre.Kind {
    late ? .late : relieved ? .relieved : calledIn ? .calledIn : sentHome ? .sentHome : .moved
  }

  func run() throws {
    let streams = options.quiet.streams
    let change = try options.change(of: folder.roster, reason: reason, at: clock) { _ in
      ["move-now", unit.lowercased(), kind.rawValue, beat?.lowercased() ?? "", at ?? ""]
    }
    var words: [String] = []
    let outcome = try change.make(streams) { draft in
      let manoeuvre = try manoeuvre(in: draft, by: change.person)
      let text = Self.words(manoeuvre, draft.roster)
      words = [text]
      return EditStep(
        name: "\(draft.roster.id(manoeuvre.unit))\(Self.place(before: manoeuvre, in: draft.grid)): \(text)",
        edits: draft.roster.edits(noting: manoeuvre))
    }
    var answer = ChangeAnswer(verb: "move-now", change: change, outcome: outcome)
    if outcome.refusals.isEmpty, !outcome.step.edits.isEmpty { answer.remarks = remarks(outcome, words) }
    try answer.give(streams, as: options.format)
  }

  /// What is said of the shift now: what happened, what was worked, and the squares that were held for a part of it.
  private func remarks(_ outcome: RosterChange.Outcome, _ words: [String]) -> [String] {
    let grid = CoverageGrid(outcome.after)
    guard let row = outcome.step.edits.lazy.compactMap(\.addedManoeuvre).first,
      let posting = grid.assignments(of: row.unit).first(where: row.isOf), let worked = grid.worked(posting)
    else { return words }
    let settings = outcome.after.settings
    func clock(_ instant: Int) -> String { ClockTime(minutes: settings.zone.local(at: instant).minutes).wallClock }
    let end = clock(worked.end) == "00:00" ? "24:00" : clock(worked.end)
    let unit = outcome.after.units[row.unit.index]
    let name = unit.callsign.isEmpty ? unit.id : "\(unit.callsign) (\(unit.id))"
    let times = "worked \(clock(worked.start))-\(end), \(RosterFrame.duration(worked.minutes))"
    let head = words.map { "\(name), \(row.day) \(outcome.after.id(row.shift)): \($0); \(times)" }
    let held = grid.heldTimes().sorted { $0.key < $1.key }.compactMap { index, held -> String? in
      guard held.minutesWithout > 0, let square = grid.frame.plan.square(index), square.day == row.day,
        case .beat(let beat) = grid.frame.plan.lines[square.line].place,
        worked.stays.contains(where: { $0.beat == beat }) || posting.beat == beat
      else { return nil }
      return "\(grid.frame.cellID(square)) \(grid.frame.words(held))"
    }
    return head + held
  }

  /// Where the unit stood before, ` at b1`; empty where it was not posted.
  private static func place(before row: Manoeuvre, in grid: CoverageGrid) -> String {
    guard let posting = grid.assignments(of: row.unit).first(where: row.isOf) else { return "" }
    let instant = grid.frame.roster.settings.instant(of: row)
    let stay = grid.worked(posting)?.stays.last { $0.span.lowerBound < instant }
    return " at \(grid.frame.roster.id(stay?.beat ?? posting.beat))"
  }

  /// What happened, as people say it.
  private static func words(_ row: Manoeuvre, _ roster: Roster) -> String {
    row.kind.words(at: row.at.wallClock, beat: row.beat.map { roster.id($0) })
  }
}

extension MoveNowCommand {
  /// What is to be noted.
  ///
  /// - Throws: `CommandFailure` where something is not understood, `ChangeRefusal` where the unit works no shift then.
  private func manoeuvre(in draft: RosterChange.Draft, by person: String) throws -> Manoeuvre {
    let (roster, settings) = (draft.roster, draft.roster.settings)
    let unit = try roster.unit(named: unit)
    let target = try beat.map { try roster.beat(named: $0) }
    let now = try DutyClock.given(clock.now, settings: settings) ?? DutyClock.system()
    let instant = try at.map { try Self.instant($0, near: now.instant, in: settings) } ?? now.instant
    let (day, shift) = try self.shift(of: unit, at: instant, to: target, in: draft.grid)
    guard let time = settings.clock(of: instant, on: day) else {
      throw CommandFailure(.fault, "\(instant) is not within two days of \(day). Please report this.")
    }
    return Manoeuvre(
      day: day, shift: shift, unit: unit, at: time, kind: kind, beat: target, reason: reason, by: person)
  }

  /// The posting that it is about, by its day and shift.
  private func shift(
    of unit: UnitReference, at instant: Int, to target: BeatReference?, in grid: CoverageGrid
  ) throws -> (Day, ShiftReference) {
    let (roster, settings) = (grid.frame.roster, grid.frame.roster.settings)
    let name =
      roster.units[unit.index].callsign.isEmpty
      ? roster.id(unit) : "\(roster.units[unit.index].callsign) (\(roster.id(unit)))"
    let moment = Self.moment(instant, in: settings)
    switch grid.running(unit, at: instant) {
    case .works(let posting, let place):
      if kind == .moved, place == target {
        throw ChangeRefusal.nothingThere("\(name) is at \(roster.id(place)) already \(moment)")
      }
      if kind == .calledIn {
        throw ChangeRefusal.nothingThere(
          "\(name) works \(roster.id(posting.shift)) at \(roster.id(place)) \(moment): it is moved, and not called in; "
            + "leave --called-in out")
      }
      return (posting.day, posting.shift)
    case .hasLeft(let posting, let time):
      throw ChangeRefusal.nothingThere(
        "\(name) has left \(roster.id(posting.shift)) at \(time.wallClock); `patrol undo` takes that back")
    case .isAbsent(let posting, let reason):
      throw ChangeRefusal.nothingThere(
        "\(name) is marked absent (\(reason.rawValue)) on \(posting.day) \(roster.id(posting.shift)); `patrol absent "
          + "--remove` ends that")
    case .free(let last, let next):
      if kind == .calledIn {
        guard let found = grid.shift(forCalling: unit, at: instant), settings.period.contains(found.day) else {
          throw ChangeRefusal.nothingThere("no shift of the roster's period runs \(moment)")
        }
        return found
      }
      if kind.isLeaving, let last {
        let end = settings.interval(last.day, last.shift).upperBound
        if end <= instant, instant - end <= RosterSettings.longestStay { return (last.day, last.shift) }
      }
      let when = next.map { "; it works \(roster.id($0.shift)) on \($0.day) next" } ?? ""
      throw ChangeRefusal.nothingThere(
        "\(name) works no shift \(moment)\(when). Name the time with --at, or call it in with --called-in --beat ID")
    }
  }

  private static func moment(_ instant: Int, in settings: RosterSettings) -> String {
    let local = settings.zone.local(at: instant)
    return "at \(ClockTime(minutes: local.minutes)) on \(local.day)"
  }

  /// The instant of a time as `--at` takes it: of those that the clock shows so, the one nearest to now.
  private static func instant(_ text: String, near now: Int, in settings: RosterSettings) throws -> Int {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard (1...2).contains(parts.count), let time = ClockTime(text: parts[parts.count - 1]), time.minutes < 1440,
      parts.count == 1 || Day(iso: parts[0]) != nil
    else {
      throw CommandFailure(
        .usage, "--at: '\(text.shown)' is not a time. Write it as 21:40 or 2026-12-08T21:40, in the roster's zone.")
    }
    if parts.count == 2, let day = Day(iso: parts[0]) { return settings.zone.instant(day, minutes: time.minutes) }
    let today = settings.zone.local(at: now).day
    let near = (-1...1).map { settings.zone.instant(today.advanced(by: $0), minutes: time.minutes) }
    return near.min { (abs($0 - now), $0) < (abs($1 - now), $1) } ?? now
  }
}

extension Edit {
  /// What it says that happened to a unit.
  var addedManoeuvre: Manoeuvre? {
    if case .addManoeuvre(let manoeuvre) = self { manoeuvre } else { nil }
  }
}
