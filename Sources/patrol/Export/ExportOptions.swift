import ArgumentParser
import RosterModel
import Sheets
import Tables

/// What `patrol export` writes, where to, and which part of the roster.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write shift sheets, one CSV a department, day and shift, into this folder.", valueName: "folder"),
    completion: .directory)
  var sheets: String?

  @Option(
    help: ArgumentHelp("Write one flat CSV of all postings to this file; - is standard output.", valueName: "file"),
    completion: .file())
  var table: String?

  @Flag(help: "Describe the table in a datapackage.json beside it (Frictionless Tabular Data Package).")
  var datapackage = false

  @Option(
    help: ArgumentHelp("Write a calendar of each unit (iCalendar) into this folder.", valueName: "folder"),
    completion: .directory)
  var calendar: String?

  @Option(
    help: ArgumentHelp(
      "Write coverage, gaps and loads as one printable page (HTML) to this file; - is standard output.",
      valueName: "file"),
    completion: .file())
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Write the sheets as a workbook for printing (XLSX), a worksheet a department, to this file.", valueName: "file"),
    completion: .file())
  var xlsx: String?

  @Option(help: "How CSV is written: rfc4180, or excel (semicolon, byte order mark, formulas guarded).")
  var dialect: CSVDialect = .rfc4180

  @Option(help: ArgumentHelp("The one duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var day: String?

  @OptionGroup var dayOptions: DayOptions

  @Option(help: ArgumentHelp("Only this district, with its departments.", valueName: "id"), completion: .districts)
  var district: String?

  @Option(help: ArgumentHelp("Only this department.", valueName: "id"), completion: .departments)
  var department: String?

  @Option(
    help: ArgumentHelp("Only this shift; a duty stands for the shifts that it covers.", valueName: "id"),
    completion: .shifts)
  var shift: String?

  @Flag(
    help: """
      Replace and remove files even where someone has changed them since they were exported, and write into a folder of \
      other things.
      """)
  var force = false

  @Flag(
    help:
      "Write it although the journal cannot be read and the latest edits are missing; all of it says so and as of when."
  )
  var stale = false

  @Option(help: "How to say what was written: text is on standard error, json on standard output.")
  var format = AnswerFormat.text

  func validate() throws {
    if [sheets, table, calendar, report, xlsx].allSatisfy({ $0 == nil }) {
      throw ValidationError(
        "Nothing to export. Name one or more of --sheets DIR, --table FILE, --calendar DIR, --report FILE, --xlsx FILE."
      )
    }
    if datapackage, table == nil || table == TableFile.standardOutput {
      throw ValidationError("--datapackage describes a table in a file. Name it with --table FILE.")
    }
    let answers = [table, report, xlsx].count(where: { $0 == TableFile.standardOutput }) + (format == .json ? 1 : 0)
    if answers > 1 {
      throw ValidationError("Standard output holds one file, or the answer. Write the others to files of their own.")
    }
    if day != nil, dayOptions.isLimited {
      throw ValidationError("--day is one day, --from and --to are a range. Name either.")
    }
  }

  /// The part of a roster that the options choose.
  ///
  /// - Parameter streams: are told which days `--clip` leaves out.
  /// - Throws: `CommandFailure` where a day or id is not understood, or a day is not in the period.
  func selection(in roster: Roster, telling streams: StandardStreams? = nil) throws -> SheetSelection {
    do {
      return try SheetSelection(
        in: roster, days: try days(in: roster.settings, telling: streams), district: district,
        department: department, shift: shift)
    } catch let error as SheetSelectionError {
      throw CommandFailure(.usage, error.description)
    }
  }

  private func days(in settings: RosterSettings, telling streams: StandardStreams?) throws -> ClosedRange<Day>? {
    if let day {
      let day = try DayOptions.day(ofPeriod: day, option: "--day", now: dayOptions.now, in: settings)
      return day...day
    }
    return dayOptions.isLimited ? try dayOptions.days(in: settings, telling: streams) : nil
  }
}

extension CSVDialect: ExpressibleByArgument {}
