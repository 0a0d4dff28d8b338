import ArgumentParser
import Coverage
import Files
import Foundation
import Journal
import RosterFolder
import RosterModel
import Screen

/// `patrol validate`: checks everything, says every finding, exits by contract.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check everything and say every finding.",
    discussion: """
      Exit code 0 where nothing is at or above --fail-on, 1 where something is, 2 where input was unreadable.

      Rules are named by id, by name, or by the beginning of ids: COV001, cell-below-minimum, COV. Several are \
      separated by commas, or the option is given again.

      For example:
        patrol validate planned --from tomorrow --to tomorrow --select COV,ABS
        patrol validate planned --report sarif=patrol.sarif --fail-on warning
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var days: DayOptions
  @Option(help: "How to write the findings.") var format = ReportFormat.text
  @Option(
    help: ArgumentHelp(
      "Write the findings to a file too, in any of the formats; as often as wanted.", valueName: "format=file"))
  var report: [ReportFile] = []
  @Option(help: ArgumentHelp("The least severity that fails.", valueName: "severity")) var failOn = FailOn.error
  @Option(help: ArgumentHelp("Run only these rules.", valueName: "rule,..."), completion: .rules)
  var select: [RuleWords] = []
  @Option(help: ArgumentHelp("Leave out these rules.", valueName: "rule,..."), completion: .rules)
  var ignore: [RuleWords] = []
  @Option(help: ArgumentHelp("Give a rule another severity: error, warning, info or off.", valueName: "rule=level"))
  var severity: [SeverityOverride] = []
  @Option(help: ArgumentHelp("Only findings of this district.", valueName: "id"), completion: .districts)
  var district: String?
  @Option(
    help: ArgumentHelp("Count the findings of this file, and do not hold them against the roster.", valueName: "file"),
    completion: .file())
  var baseline: String?
  @Option(
    help: ArgumentHelp("Write all findings to a file, for --baseline of a later run.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?
  @Option(
    help: ArgumentHelp(
      "Print at most this many findings, but whatever could not be read; all are counted, and files hold all.",
      valueName: "n"))
  var maxFindings: Int?
  @Flag(help: "Print every finding, a line each. A terminal is shown a few of each rule without it; a pipe gets all.")
  var all = false
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    for word in (select + ignore).flatMap(\.words) + severity.map(\.rule)
    where RuleCatalogue.rules(matching: word).isEmpty {
      throw ValidationError(UnknownName.words(ofRule: word, takesBeginnings: true))
    }
    for word in severity.map(\.rule) where !RuleCatalogue.rules(matching: word).contains(where: \.canBeRegraded) {
      throw ValidationError("--severity: '\(word)' keeps its severity: what cannot be read puts every answer in doubt.")
    }
    if all, maxFindings != nil {
      throw ValidationError("--all prints every finding, --max-findings so many. Name either.")
    }
    if let maxFindings, maxFindings < 0 { throw ValidationError("--max-findings takes 0 or more.") }
    let paths = report.map(\.path) + [writeBaseline].compactMap { $0 }
    if Set(paths).count < paths.count { throw ValidationError("Two reports cannot be the same file.") }
  }

  func run() throws {
    let streams = quiet.streams
    KeptMemory.begin()
    let accepted = try baseline.map { try BaselineFile(path: $0).read() } ?? Baseline()
    var digest = RosterDigest()
    let isDigested = format == .json || report.contains { $0.format == .json }
    let reading = try folder.read(streams, inspect: isDigested ? { digest.add($0, $1) } : nil)
    if case .read(let position, let tail) = reading.journal, tail > 0 { digest.add(journal: position) }
    let validation = ValidationReport(
      reading, try result(on: reading.roster, streams),
      of: ValidationReport.Source(
        folder: folder.roster,
        place: ReportRoot.path(
          of: reading.snapshot.path,
          workspace: ProcessInfo.processInfo.environment[EnvironmentSetting.workspace.rawValue]),
        sha256: isDigested ? digest.text : ""), failOn: failOn,
      baseline: accepted, shown: maxFindings)
    // Columns are looked up once where all findings are written to a file.
    let whole = report.isEmpty ? validation : validation.uncut.located
    try writeFiles(whole)
    if format == .text, streams.answersToTerminal, !all, maxFindings == nil {
      streams.answer(FindingGroups(validation).text(colour: streams.answersInColour))
      streams.note(validation.summaryLine)
    } else {
      try answer(report.isEmpty ? validation.located : whole.cut(to: maxFindings), streams)
    }
    if validation.verdict != .pass { throw validation.verdict.status }
  }

  private func result(on roster: Roster?, _ streams: StandardStreams) throws -> ValidationResult? {
    guard let roster else { return nil }
    var options = ValidationOptions()
    options.threads = 2
    options.select = select.flatMap(\.words)
    options.ignore = ignore.flatMap(\.words)
    for override in severity { options.severities[override.rule] = override.severity }
    options.scope.district = try district.flatMap { try roster.districts(named: [$0]).first }
    if days.isLimited {
      let range = try days.days(in: roster.settings, telling: streams)
      options.scope.from = range.lowerBound
      options.scope.to = range.upperBound
    }
    options.today = try DutyClock.given(days.now, settings: roster.settings)?.today(in: roster.settings)
    return Validator.validate(roster, options: options)
  }

  private func writeFiles(_ validation: ValidationReport) throws {
    // Made before any of them is written, so that a fault leaves all files as they were.
    let texts = try report.map { (path: $0.path, text: try $0.format.text(validation)) }
    do {
      for file in texts { try ReportTarget(path: file.path).write(file.text) }
      if let writeBaseline {
        try BaselineFile(path: writeBaseline).write(Baseline(validation.recordable))
      }
    } catch let failure as FileFailure {
      throw CommandFailure(ExitStatus(failure.obstacle), failure.description)
    }
  }

  private func answer(_ validation: ValidationReport, _ streams: StandardStreams) throws {
    guard format == .text else {
      streams.answer(try format.text(validation))
      return
    }
    streams.answer(TextReport.lines(validation, colour: streams.answersInColour))
    streams.note(validation.summaryLine)
  }
}

/// The least severity that makes a validation fail.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  /// Whether a finding of this severity is at or above it.
  func fails(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .info: severity >= .info
    case .never: false
    }
  }

  /// Whether any of the findings counted is at or above it.
  func fails(_ summary: ValidationSummary) -> Bool {
    summary.errors > 0 && fails(.error) || summary.warnings > 0 && fails(.warning)
      || summary.infos > 0 && fails(.info)
  }
}

/// A severity given on the command line, as `RULE=LEVEL`.
struct SeverityOverride: ExpressibleByArgument {
  /// The rule's id, name or the beginning of ids.
  var rule: String
  var severity: Severity

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let severity = Severity(rawValue: String(parts[1])) else { return nil }
    rule = String(parts[0])
    self.severity = severity
  }
}

/// Rules named on the command line, separated by commas.
struct RuleWords: ExpressibleByArgument {
  /// Ids, names or the beginnings of ids; a word is empty where nothing stands between two commas.
  var words: [String]

  init?(argument: String) {
    words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
