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
    let change = try options.change(of: folder.roster, reason: why.reason) { settings in
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
