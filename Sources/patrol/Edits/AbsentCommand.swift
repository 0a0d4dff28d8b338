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

      --remove ends the unit's absence on the days named and leaves the rest of it; with --from and no --to, for good.

      For example:
        patrol absent north --unit u7 --day today --reason sick --unassign
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
  @Flag(help: "End the unit's absence on those days.") var remove = false
  @OptionGroup var options: EditOptions

  private static let reasons = AbsenceReason.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
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
    var change = try options.change(of: folder.roster, reason: reason) { settings in
      [
        remove ? "present" : "absent", unit.lowercased(), try days.words(in: settings), shift?.lowercased() ?? "",
        remove ? "" : reason ?? "", unassign ? "unassign" : "",
      ]
    }
    if keep { change.acceptedRules.insert(Self.assignedWhileAbsent) }
    let outcome = try change.make(streams) { draft in try remove ? ending(in: &draft) : marking(in: &draft, streams) }
    if !outcome.refusals.isEmpty, !unassign, !keep, outcome.findings.contains(where: Self.isOfPosting) {
      streams.complain("patrol absent: --unassign takes its postings away in the same step, --keep leaves them.")
    }
    try ChangeAnswer(verb: "absent", change: change, outcome: outcome).give(streams, as: options.format)
  }

  private func marking(in draft: inout RosterChange.Draft, _ streams: StandardStreams) throws -> EditStep {
    let wish = EditWish.absent(
      unit: unit, shift: shift, reason: reason.flatMap { AbsenceReason(rawValue: $0.lowercased()) } ?? .other,
      unassigns: unassign)
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
