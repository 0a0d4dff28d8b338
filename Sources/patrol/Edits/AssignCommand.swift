import ArgumentParser
import RosterModel

/// `patrol assign`: posts a unit.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Post a unit to a beat for a shift.",
    discussion: """
      What the posting would break, by the rules of severity error about units and escorts, refuses it: exit code 1, and \
      nothing is written. A unit that stands there already is left as it is; --lock and --note change its posting.

      For example:
        patrol assign north --unit u7 --beat b2 --day 2026-12-08 --shift B
        patrol assign north --unit u7 --beat b2 --day tomorrow --shift B --move
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("The unit.", valueName: "id"), completion: .units) var unit: String
  @Option(help: ArgumentHelp("The beat.", valueName: "id"), completion: .beats) var beat: String
  @OptionGroup var days: EditDays
  @Option(help: ArgumentHelp("The shift, a tile or a duty.", valueName: "id"), completion: .shifts) var shift: String
  @Flag(help: "Lock the posting: planning leaves it as it is.") var lock = false
  @Option(help: ArgumentHelp("The posting's note.", valueName: "text")) var note: String?
  @Flag(help: "Take the unit's other postings of the day away in the same step.") var move = false
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func validate() throws {
    if let note { try PlainText.check(note, option: "--note") }
  }

  func run() throws {
    let streams = options.quiet.streams
    let change = try options.change(of: folder.roster, reason: why.reason, at: days.range.clock) { settings in
      [
        "assign", unit.lowercased(), beat.lowercased(), try days.words(in: settings), shift.lowercased(),
        lock ? "lock" : "", move ? "move" : "", note ?? "",
      ]
    }
    let wish = EditWish.assign(unit: unit, beat: beat, shift: shift, isLocked: lock, note: note, isMove: move)
    let outcome = try change.make(streams) { draft in
      try wish.step(on: try days.days(in: draft.roster.settings, telling: streams), in: &draft)
    }
    try ChangeAnswer(verb: "assign", change: change, outcome: outcome).give(streams, as: options.format)
  }
}

/// `patrol unassign`: takes postings away.
struct UnassignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unassign", abstract: "Take postings away: of a unit, of a beat, or of a unit at a beat.",
    discussion: """
      Exit code 1 where there is no such posting. A lock is for planning: a locked posting is taken away too.

      For example:
        patrol unassign north --unit u7 --day 2026-12-08
        patrol unassign north --beat b2 --day tomorrow --shift B
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var chosen: PostingOptions
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func run() throws {
    let streams = options.quiet.streams
    let change = try options.change(of: folder.roster, reason: why.reason, at: chosen.days.range.clock) {
      try chosen.wish("unassign", in: $0)
    }
    let wish = EditWish.unassign(unit: chosen.unit, beat: chosen.beat, shift: chosen.shift)
    let outcome = try change.make(streams) { draft in try chosen.step(wish, in: &draft, telling: streams) }
    try ChangeAnswer(verb: "unassign", change: change, outcome: outcome).give(streams, as: options.format)
  }
}

/// Which postings a verb is about.
struct PostingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The unit.", valueName: "id"), completion: .units) var unit: String?
  @Option(help: ArgumentHelp("The beat.", valueName: "id"), completion: .beats) var beat: String?
  @OptionGroup var days: EditDays
  @Option(help: ArgumentHelp("Only postings of this shift.", valueName: "id"), completion: .shifts) var shift: String?

  func validate() throws {
    if unit == nil, beat == nil { throw ValidationError("Name the unit with --unit, the beat with --beat, or both.") }
  }

  /// The step that grants a wish about them.
  ///
  /// - Throws: `CommandFailure` where an id or a day is not understood, `ChangeRefusal` where there is no such posting.
  func step(
    _ wish: EditWish, in draft: inout RosterChange.Draft, telling streams: StandardStreams
  ) throws -> EditStep {
    try wish.step(on: try days.days(in: draft.roster.settings, telling: streams), in: &draft)
  }

  /// A verb about them, for an act to be known again by.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func wish(_ verb: String, in settings: RosterSettings) throws -> [String] {
    [verb] + [unit, beat].map { $0?.lowercased() ?? "" } + [try days.words(in: settings), shift?.lowercased() ?? ""]
  }
}
