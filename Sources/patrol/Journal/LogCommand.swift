import ArgumentParser
import Journal
import RosterModel

/// `patrol log`: who changed what, when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Say who changed what, and when.",
    discussion: """
      The journal of a roster keeps every act that was done at the desk or by a verb, also after the tables have it. The \
      latest acts come last; times are those of the clock of whoever acted, in the roster's zone, and the order is that of \
      recording. After a person stands the system's account where it has another name. Exit code 1 where --conflicts \
      lists some; 2 where an entry is damaged: it is named in its place, and all others are listed.

      --verify walks the whole journal and says whether each act is as it was recorded, and whether its end is the one that \
      .patrol-tail knows; with --against also the one of a line that --seal has written, or of all lines of this roster in a \
      file or on standard input (-), as the system's log. Exit code 1 where not.

      For example:
        patrol log planned --unit y1-u3 --since 2026-12-05
        patrol log planned --seal
        patrol log planned --verify --against seals.txt
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("Only acts on this unit.", valueName: "id"), completion: .units) var unit: String?
  @Option(help: ArgumentHelp("Only acts on this cell.", valueName: "beat[/day[/shift]]")) var cell: String?
  @Option(help: ArgumentHelp("Only acts of this person.", valueName: "name")) var by: String?
  @Option(help: ArgumentHelp("Only acts at this time or later: 2026-12-05 or 2026-12-05T03:00.", valueName: "time"))
  var since: String?
  @Option(help: ArgumentHelp("Only acts at this time or earlier; a date means its end.", valueName: "time"))
  var until: String?
  @Flag(
    help: "Only acts of which tables that another program has edited have lost something, or left no room for it.")
  var conflicts = false
  @Flag(help: "Say by which account, at which machine and terminal, each act was recorded.") var origin = false
  @Option(help: ArgumentHelp("Only the latest acts, so many (0: all).", valueName: "n")) var limit = 100
  @Flag(help: "Say whether every act is as it was recorded, and none is missing.") var verify = false
  @Option(
    help: ArgumentHelp("Hold the journal against a line that was kept, or those in a file.", valueName: "line|file|-"))
  var against: String?
  @Flag(help: "Write a line that vouches for all acts until now: to be signed, or kept elsewhere.") var seal = false
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes 0 or more.") }
    let isWhole = verify || seal || against != nil
    if isWhole, unit != nil || cell != nil || by != nil || since != nil || until != nil || conflicts || origin {
      throw ValidationError("--verify, --against and --seal are of the whole journal, without filters.")
    }
    if seal, verify || against != nil { throw ValidationError("--seal goes without --verify and --against.") }
  }

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    let journal = JournalFolder(of: reading.snapshot.path)
    if verify || seal || against != nil {
      let all = LogVerification(folder: journal, settings: roster.settings, format: format)
      return try seal
        ? all.seal(at: SessionOptions.systemClock(), streams) : all.verify(against: against, streams)
    }
    let answer = try answer(in: roster, reading)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    if let kept = JournalInspection.tailWithoutJournal(of: journal), reading.wholeness.journal == nil {
      streams.complain("warning: the journal is gone: .patrol-tail knows of entries up to \(kept.end.number)")
      throw ExitStatus.incomplete
    }
    if format == .text, answer.records.isEmpty, reading.wholeness.journal == nil {
      streams.note("no such act is recorded")
    }
    if answer.isDamaged {
      streams.complain(
        "warning: the journal is damaged; `patrol journal check` says more, `patrol journal repair` mends it")
      throw ExitStatus.incomplete
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if conflicts, !answer.records.isEmpty { throw ExitStatus.no }
  }

  private func answer(in roster: Roster, _ reading: RosterReading) throws -> LogAnswer {
    let settings = roster.settings
    var filter = try filter(in: settings)
    // A unit that the roster has no more may still be asked for, by its id.
    if let unit, case let named = roster.units(named: unit), named.count == 1 { filter.unit = roster.id(named[0]) }
    if conflicts { filter.among = reading.conflicts.positions }
    let folder = JournalFolder(of: reading.snapshot.path)
    if let obstruction = folder.obstruction, reading.wholeness.journal == nil {
      throw CommandFailure(.incomplete, "\(obstruction)".shown)
    }
    guard folder.hasJournal, reading.wholeness.journal == nil || folder.obstruction == nil else {
      return LogAnswer(entries: [], settings: settings)
    }
    do {
      let journal = try SQLiteJournal(reading: folder.journal)
      let answer = LogAnswer(
        records: try journal.records(matching: filter), conflicts: reading.conflicts, settings: settings,
        showsOrigin: origin)
      try journal.close()
      return answer
    } catch {
      // A journal of which the roster cannot be told may still be listed; one of which nothing can be read has been told.
      if reading.wholeness.journal != nil { return LogAnswer(entries: [], settings: settings) }
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }

  private func filter(in settings: RosterSettings) throws -> EntryFilter {
    var filter = EntryFilter()
    filter.unit = unit
    filter.person = by
    filter.limit = limit == 0 ? nil : limit
    filter.since = try since.map { try Self.time($0, "--since", isEnd: false, in: settings) }
    filter.until = try until.map { try Self.time($0, "--until", isEnd: true, in: settings) }
    guard let cell else { return filter }
    let parts = cell.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), !parts.contains("") else {
      throw CommandFailure(
        .usage, "--cell: '\(cell)' is not a cell. Write it as BEAT, BEAT/DAY or BEAT/DAY/SHIFT.".shown)
    }
    filter.beat = parts[0]
    filter.shift = parts.count > 2 ? parts[2] : nil
    if parts.count > 1 { filter.day = try DayOptions.day(ofPeriod: parts[1], option: "--cell", now: nil, in: settings) }
    return filter
  }

  /// A time in milliseconds since 1970-01-01 00:00 UTC.
  private static func time(
    _ text: String, _ option: String, isEnd: Bool, in settings: RosterSettings
  ) throws -> Int64 {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard (1...2).contains(parts.count), let day = Day(iso: parts[0]),
      let clock = parts.count == 1 ? ClockTime(minutes: isEnd ? 1439 : 0) : ClockTime(text: parts[1])
    else {
      throw CommandFailure(
        .usage,
        "\(option): '\(text)' is not a time. Write it as 2026-12-05 or 2026-12-05T03:00, in the roster's zone.".shown)
    }
    let minute = Int64(settings.zone.instant(day, minutes: clock.minutes))
    return minute * 60_000 + (isEnd ? 59_999 : 0)
  }
}
