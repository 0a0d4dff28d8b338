import ArgumentParser
import Coverage
import RosterModel

/// `patrol absent`: marks a unit absent, or present again.
struct AbsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absent", abstract: "Mark a unit absent, or with --remove present again.",
    discussion: """
      A posting of an absent unit does not count. Where the unit is posted on those days, say what becomes of its postings: \
      --unassign takes them away in the same step, --keep leaves them for you to fill; without either it is refused.

      --repair does that too and closes the gaps that it makes with the fewest changes, as `patrol repair` does, all in one \
      act. A shift of the unit that has begun stays as worked; the absence begins with the next day then.

      --remove ends the unit's absence on the days named and leaves the rest of it; with --from and no --to, for good.

      For example:
        patrol absent north --unit u7 --day today --reason sick --unassign
        patrol absent north --unit u7 --from today --reason sick --repair
        patrol absent north --unit u7 --from tomorrow --remove
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("The unit.", valueName: "id"), completion: .units) var unit: String
  @OptionGroup var days: EditDays
  @Option(
    help: ArgumentHelp("Only for this shift of those days (default: the whole day).", valueName: "id"),
    completion: .shifts)
  var shift: String?
  @Option(
    help: ArgumentHelp(
      "Why: \(Self.reasons); with --remove any text.", valueName: "reason"),
    completion: .list(AbsenceReason.allCases.map(\.rawValue)))
  var reason: String?
  @Flag(help: "Take the unit's postings of those days away in the same step.") var unassign = false
  @Flag(help: "Leave the unit's postings of those days: they do not count, and are findings.") var keep = false
  @Flag(help: "Take its postings away and close the gaps of those days with the fewest changes, in the same step.")
  var repair = false
  @Flag(help: "With --repair: change published days too.") var published = false
  @OptionGroup var search: RepairSearchOptions
  @Flag(help: "End the unit's absence on those days.") var remove = false
  @OptionGroup var options: EditOptions

  private static let reasons = AbsenceReason.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    if published, !repair { throw ValidationError("--published says what --repair may change. Name both.") }
    if repair, keep || remove {
      throw ValidationError("--repair takes the postings away and closes the gaps: leave out --keep and --remove.")
    }
    if unassign, keep { throw ValidationError("--unassign takes the postings away, --keep leaves them. Name either.") }
    if remove {
      if unassign || keep { throw ValidationError("--remove touches no postings: leave out --unassign and --keep.") }
      if let reason { try PlainText.check(reason, option: "--reason") }
    } else if reason.flatMap({ AbsenceReason(rawValue: $0.lowercased()) }) == nil {
      throw ValidationError("--reason says why the unit is absent: \(Self.reasons).")
    }
  }

  func run() throws {
    let streams = options.quiet.streams
    let reason = remove ? self.reason : self.reason?.lowercased()
    var change = try options.change(of: folder.roster, reason: reason, at: days.range.clock) { settings in
      [
        remove ? "present" : "absent", unit.lowercased(), try days.words(in: settings), shift?.lowercased() ?? "",
        remove ? "" : reason ?? "", unassign || repair ? "unassign" : "",
      ] + (repair ? ["repair", published ? "published" : ""] : [])
    }
    if keep { change.acceptedRules.insert(Self.assignedWhileAbsent) }
    let mender = repair ? Mender(search) : nil
    let outcome = try change.make(streams) { draft in
      if remove { return try ending(in: &draft) }
      let step = try marking(in: &draft, streams)
      return try mender.map { try mended(step, in: draft, by: $0) } ?? step
    }
    if !outcome.refusals.isEmpty, !unassign, !repair, !keep, outcome.findings.contains(where: Self.isOfPosting) {
      streams.complain("patrol absent: --unassign takes its postings away in the same step, --keep leaves them.")
    }
    var answer = ChangeAnswer(verb: "absent", change: change, outcome: outcome)
    if let absence = outcome.step.edits.lazy.compactMap(\.addedAbsence).first, !remove, shift == nil {
      let first = try days.daysTouching(periodOf: outcome.after.settings).lowerBound
      if case .dates(let begins, _)? = absence.days.terms.first, begins > first {
        streams.note("what it works on \(first) has begun and stays: the absence begins on \(begins)")
      }
    }
    answer.repair = mender?.answer
    if let repair = answer.repair {
      answer.remarks = answer.difference.text.split(separator: "\n").map(String.init) + repair.lines
    }
    try answer.give(streams, as: options.format)
    if mender?.isInterrupted == true { throw ExitStatus.interrupted }
    if let repair = answer.repair, repair.left > 0, outcome.act?.isRepeat != true { throw ExitStatus.no }
  }

  /// The step with what closes the gaps of the days on which the unit is absent.
  private func mended(_ step: EditStep, in draft: RosterChange.Draft, by mender: Mender) throws -> EditStep {
    var after = draft
    try after.follow(step)
    var wish = RepairWish()
    wish.changesPublished = published
    let days = try days.daysTouching(periodOf: draft.roster.settings)
    wish.days = days.clamped(to: draft.roster.settings.period)
    // What was missing before is another matter.
    wish.squares = after.grid.squares(lackingMoreThan: draft.grid)
    return EditStep(name: step.name + ", repaired", edits: step.edits + mender.mend(after.grid, wish).edits)
  }

  private func marking(in draft: inout RosterChange.Draft, _ streams: StandardStreams) throws -> EditStep {
    let wish = EditWish.absent(
      unit: unit, shift: shift, reason: reason.flatMap { AbsenceReason(rawValue: $0.lowercased()) } ?? .other,
      unassigns: unassign || repair)
    return try wish.step(on: try days.daysTouching(periodOf: draft.roster.settings, telling: streams), in: &draft)
  }

  private func ending(in draft: inout RosterChange.Draft) throws -> EditStep {
    var days = try days.daysTouching(periodOf: draft.roster.settings)
    if self.days.isOpenEnded {
      let unit = try draft.roster.unit(named: unit)
      days = days.lowerBound...max(days.upperBound, Self.lastDay(of: unit, in: draft.roster))
    }
    return try EditWish.present(unit: unit, shift: shift).step(on: days, in: &draft)
  }

  /// The last date that an absence of the unit names, or the period's last.
  private static func lastDay(of unit: UnitReference, in roster: Roster) -> Day {
    roster.absences.filter { $0.unit == unit }.flatMap(\.days.terms).reduce(roster.settings.lastDay) { last, term in
      if case .dates(_, let day) = term { max(last, day) } else { last }
    }
  }

  private static let assignedWhileAbsent = "ABS001"

  private static func isOfPosting(_ finding: Finding) -> Bool { finding.rule.id == assignedWhileAbsent }
}

extension Edit {
  /// The absence that it adds; `nil` for other edits.
  fileprivate var addedAbsence: Absence? {
    if case .addAbsence(let absence) = self { absence } else { nil }
  }
}
