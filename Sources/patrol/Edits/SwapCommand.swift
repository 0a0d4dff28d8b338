import ArgumentParser
import RosterModel

/// `patrol swap`: exchanges what two units do.
struct SwapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Exchange what two units do on a day, or on the days of a range.",
    discussion: """
      Each unit takes the posts of the other, with their notes and locks; a day on which only one of them works passes to \
      the other. It is one act, judged as a whole: what neither half could do alone, an escort changing places with the \
      unit beside him, is done. Exit code 1 where it is refused, or neither of them works then.

      For example:
        patrol swap north --unit u7 --with u9 --day 2026-12-08
        patrol swap north --unit u7 --with u9 --from 2026-12-08 --to 2026-12-10
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("One unit.", valueName: "id"), completion: .units) var unit: String
  @Option(help: ArgumentHelp("The other unit.", valueName: "id"), completion: .units) var with: String
  @OptionGroup var days: EditDays
  @Option(help: ArgumentHelp("Only postings of this shift.", valueName: "id"), completion: .shifts) var shift: String?
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func run() throws {
    let streams = options.quiet.streams
    let change = try options.change(of: folder.roster, reason: why.reason, at: days.range.clock) { settings in
      ["swap", unit.lowercased(), with.lowercased(), try days.words(in: settings), shift?.lowercased() ?? ""]
    }
    let outcome = try change.make(streams) { draft in
      let wish = EditWish.swap(unit: unit, with: with, shift: shift)
      return try wish.step(on: try days.days(in: draft.roster.settings, telling: streams), in: &draft)
    }
    try ChangeAnswer(verb: "swap", change: change, outcome: outcome).give(streams, as: options.format)
  }
}
