import RosterFolder
import RosterModel
import Screen

/// What a verb that edits a roster answers: what changed, or every reason against it.
struct ChangeAnswer {
  var verb: String
  /// Who acted and why.
  var change: RosterChange
  var outcome: RosterChange.Outcome
  /// What else is to be said, in the verb's own words; where it has some, they stand for the list of edits.
  var remarks: [String] = []
  /// What a repair came to that the edits are of.
  var repair: MendingAnswer?

  /// What the edits change.
  var difference: DiffAnswer {
    let edits = outcome.step.edits
    var difference = DiffAnswer(of: outcome.step, in: outcome.after)
    var tables: [RosterTable] = edits.contains(where: \.isOfPublication) ? [.publications, .published] : []
    if edits.contains(where: \.isOfShift) { tables += [.manoeuvres, .calls] }
    difference.tables = tables.compactMap { TableDifference($0, from: outcome.before, to: outcome.after) }
    return difference
  }

  /// The answer for people: the findings as compilers print them, then what changed unless it was refused.
  func text(colour: Bool) -> String {
    let findings = outcome.findings.map { FindingText.line($0, colour: colour) }
    guard outcome.refusals.isEmpty else { return findings.joined(separator: "\n") }
    let edits = remarks.isEmpty ? [difference.text].filter { !$0.isEmpty } : remarks.map(\.shown)
    return (findings + edits).joined(separator: "\n")
  }

  /// What came of it, for standard error: a line each.
  var verdict: [String] {
    if !outcome.refusals.isEmpty {
      return outcome.refusals.flatMap { refusal in
        refusal.verdict.split(separator: "\n").map { "patrol \(verb): refused: \(String($0).ended)".shown }
      } + ["nothing was written"]
    }
    if let act = outcome.act { return [act.words] }
    if outcome.step.edits.isEmpty { return ["nothing to change: the roster says so already"] }
    return ["not written, as --dry-run was given"]
  }

  var status: ExitStatus {
    if !outcome.folder.isWhole || outcome.refusals.contains(where: \.isUnreadable) { return .incomplete }
    return outcome.refusals.isEmpty ? .done : .no
  }
}

extension ChangeAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, verb, isApplied, isRepeat, entry, isDryRun, isForced, by, reason, step, refusals, findings,
      remarks,
      difference, repair
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.1", forKey: .formatVersion)
    try container.encode(verb, forKey: .verb)
    try container.encode(outcome.act != nil, forKey: .isApplied)
    try container.encode(outcome.act?.isRepeat == true, forKey: .isRepeat)
    try container.encodeIfPresent(outcome.act?.entry.position.number, forKey: .entry)
    try container.encode(change.isDryRun, forKey: .isDryRun)
    try container.encode(change.isForced, forKey: .isForced)
    try container.encode(change.person, forKey: .by)
    try container.encodeIfPresent(change.reason, forKey: .reason)
    try container.encode(outcome.step.name, forKey: .step)
    try container.encode(
      outcome.refusals.map { RefusalRow($0) }, forKey: .refusals)
    try container.encode(outcome.findings.map { FindingJSON($0) }, forKey: .findings)
    try container.encode(remarks, forKey: .remarks)
    try container.encode(difference, forKey: .difference)
    try container.encodeIfPresent(repair, forKey: .repair)
  }
}

extension ChangeAnswer {
  /// Gives the answer in the form asked for, and ends the verb with its exit code.
  ///
  /// - Throws: `ExitStatus` where it is not `done`.
  func give(_ streams: StandardStreams, as format: AnswerFormat) throws {
    let deed = outcome.act.map { Deed.recorded($0.entry.position) }
    switch format {
    case .text: streams.answer(text(colour: streams.answersInColour), after: deed)
    case .json: streams.answer(try JSONText.encode(self, from: outcome.folder), after: deed)
    }
    // What was refused is said whoever wants quiet.
    for line in verdict { outcome.refusals.isEmpty ? streams.note(line) : streams.complain(line) }
    if status != .done { throw status }
  }
}

/// Why an act was refused, in JSON.
struct RefusalRow: Encodable {
  var kind: String
  var message: String

  init(_ refusal: ChangeRefusal) {
    kind = refusal.kind
    message = refusal.message
  }
}
