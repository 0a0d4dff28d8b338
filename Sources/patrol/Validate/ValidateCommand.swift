import ArgumentParser
import Coverage
import Foundation
import RosterFolder
import RosterModel

/// `patrol validate`: checks everything, says every finding, exits by contract.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check everything and say every finding.",
    discussion:
      "Exit code 0 where nothing is at or above --fail-on, 1 where something is, 2 where input was unreadable.")

  @OptionGroup var folder: RosterArgument
  @OptionGroup var days: DayOptions
  @Option(help: "How to write the findings: text or json.") var format = AnswerFormat.text
  @Option(help: "The least severity that fails: error, warning, info or never.") var failOn = FailOn.error
  @Option(help: ArgumentHelp("Run only these rules: ids, names or beginnings of ids.", valueName: "rule"))
  var select: [String] = []
  @Option(help: ArgumentHelp("Leave out these rules: ids, names or beginnings of ids.", valueName: "rule"))
  var ignore: [String] = []
  @Option(help: ArgumentHelp("Give a rule another severity.", valueName: "rule=level"))
  var severity: [SeverityOverride] = []
  @Option(help: ArgumentHelp("Only findings of this district.", valueName: "id")) var district: String?
  @Option(help: ArgumentHelp("Print at most this many findings; all are counted.", valueName: "n")) var maxFindings:
    Int?

  func validate() throws {
    for word in select + ignore + severity.map(\.rule) where RuleCatalogue.rules(matching: word).isEmpty {
      throw ValidationError("'\(word)' is no rule and no beginning of one. `patrol rules` lists them.")
    }
    if let maxFindings, maxFindings < 0 { throw ValidationError("--max-findings takes 0 or more.") }
  }

  func run() throws {
    let streams = StandardStreams()
    var digest = RosterDigest()
    let snapshot = try folder.read(inspect: format == .json ? { digest.add($0, $1) } : nil)
    let report = try report(on: snapshot)
    switch format {
    case .text: write(report, streams)
    case .json:
      streams.answer(try JSONText.encode(ReportJSON(report, path: folder.roster, sha256: digest.text, failOn: failOn)))
    }
    switch report.verdict(failOn) {
    case .incomplete: throw ExitStatus.incomplete
    case .fail: throw ExitStatus.no
    case .pass: return
    }
  }

  private func report(on snapshot: FolderSnapshot) throws -> ValidationReport {
    guard let roster = snapshot.roster else { return ValidationReport(snapshot, nil, shown: maxFindings) }
    var options = ValidationOptions()
    options.select = select
    options.ignore = ignore
    for override in severity { options.severities[override.rule] = override.severity }
    options.scope.district = try district.flatMap { try roster.districts(named: [$0]).first }
    if days.isLimited {
      let range = try days.days(in: roster.settings)
      options.scope.from = range.lowerBound
      options.scope.to = range.upperBound
    }
    if let now = days.now {
      options.today = try DutyClock(text: now, settings: roster.settings).today(in: roster.settings)
    }
    return ValidationReport(snapshot, Validator.validate(roster, options: options), shown: maxFindings)
  }

  private func write(_ report: ValidationReport, _ streams: StandardStreams) {
    let colour = streams.answersInColour
    streams.answer(report.shown.map { FindingText.line($0, colour: colour) }.joined(separator: "\n"))
    streams.complain(report.summaryLine)
  }
}
