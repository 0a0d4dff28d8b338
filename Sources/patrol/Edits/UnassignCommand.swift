import ArgumentParser
import RosterModel

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
    let change = try options.change(of: folder.roster, reason: why.reason) { try chosen.wish("unassign", in: $0) }
    let wish = EditWish.unassign(unit: chosen.unit, beat: chosen.beat, shift: chosen.shift)
    let outcome = try change.make(streams) { draft in try chosen.step(wish, in: &draft, telling: streams) }
    try ChangeAnswer(verb: "unassign", change: change, outcome: outcome).give(streams, as: options.format)
  }
}
