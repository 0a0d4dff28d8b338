import ArgumentParser
import Journal
import Screen
import Sheets

/// `patrol export`: shift sheets, the flat table, calendars, the report and the workbook.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write shift sheets, the table of all postings, calendars, a report.",
    discussion: """
      A sheet is what is read out at the briefing: who stands where in one department, or on a district's own beats, on \
      one duty day in one shift. A beat with demand and no unit is marked NOT COVERED. The folder is kept in step: \
      sheets that no longer hold are removed. Where someone has edited a sheet, nothing is written; patrol import reads \
      it back.

      For example:
        patrol export planned --sheets sheets --day tomorrow
        patrol export planned --table planned.csv --datapackage
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var options: ExportOptions
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    let staleness = reading.staleSince.map { Staleness(asOf: JournalTime.text($0 * 1_000, in: roster.settings)) }
    if staleness != nil, !options.stale {
      return try refuse(reading, streams, "with --stale it is, and says on its face as of when it is")
    }
    // A table of which the disk gives nothing may say anything of anybody.
    if !reading.snapshot.unreadableTables.isEmpty {
      return try refuse(reading, streams, "a table could not be read at all; mend that first")
    }
    let interrupts = InterruptWatch {}
    let done = try RosterExport(options: options, staleness: staleness, streams: streams)
      .run(roster, isInterrupted: { interrupts.isInterrupted })
    interrupts.stop()
    switch options.format {
    case .text: for line in done.compactMap(\.text) { streams.note(line) }
    case .json:
      let deed = Deed.written(done.map(\.path).joined(separator: ", "))
      streams.answer(try JSONText.encode(ExportAnswer(exported: done), from: reading.wholeness), after: deed)
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
  }

  /// Writes nothing: what is printed and hung up is believed, whatever the terminal said.
  private func refuse(_ reading: RosterReading, _ streams: StandardStreams, _ advice: String) throws {
    if options.format == .json {
      streams.answer(try JSONText.encode(ExportAnswer(exported: []), from: reading.wholeness))
    }
    streams.complain("nothing was exported; \(advice)")
    throw ExitStatus.incomplete
  }
}

/// What `patrol export` answers programs.
struct ExportAnswer: Encodable {
  /// The version of the shape; a minor version only adds fields.
  let formatVersion = "1.1"
  /// What was written, in the order of writing.
  var exported: [ExportedItem]
}

/// One thing that `patrol export` wrote, for people and programs.
struct ExportedItem: Encodable {
  /// What was written.
  enum Kind: String, Encodable {
    case sheets, table, calendars, report, workbook, datapackage
  }

  var kind: Kind
  /// The folder or file as it was named; `-` for standard output.
  var path: String
  /// Files of a folder that are new or have changed.
  var written: Int?
  /// Files of a folder that were already as they should be.
  var unchanged: Int?
  /// Files of a folder that no longer hold.
  var removed: Int?
  /// Rows of sheets with demand and no unit.
  var notCovered: Int?
  /// Rows of the table.
  var postings: Int?
  /// Duty days of the report.
  var days: Int?
  /// Worksheets of the workbook.
  var worksheets: Int?

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// The line for people; `nil` where there is nothing to say.
  var text: String? {
    guard path != TableFile.standardOutput else { return nil }
    switch kind {
    case .sheets: return "\(path): \(folderText("sheets")); \(notCovered ?? 0) rows \(SheetColumn.notCovered)".shown
    case .calendars: return "\(path): \(folderText("calendars"))".shown
    case .table: return "\(path): \(postings ?? 0) postings".shown
    case .report: return "\(path): the report of \(days ?? 0) days".shown
    case .workbook: return "\(path): \(worksheets ?? 0) worksheets".shown
    case .datapackage: return nil
    }
  }

  private func folderText(_ files: String) -> String {
    "\(written ?? 0) \(files) written, \(unchanged ?? 0) unchanged, \(removed ?? 0) removed"
  }
}
