import ArgumentParser
import RosterModel

/// `patrol lock`: has planning leave postings as they are.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Lock postings: planning leaves them as they are.",
    discussion: """
      Exit code 1 where there is no such posting. One that is locked already stays so.

      For example:
        patrol lock north --beat b2 --day 2026-12-08 --shift B
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var chosen: PostingOptions
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func run() throws {
    try LockChange(folder: folder, chosen: chosen, why: why, options: options, isLocking: true).run()
  }
}

/// `patrol unlock`: lets planning move postings again.
struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Unlock postings: planning may move them again.",
    discussion: """
      Exit code 1 where there is no such posting. One that is not locked stays so.

      For example:
        patrol unlock north --beat b2 --day 2026-12-08 --shift B
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var chosen: PostingOptions
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func run() throws {
    try LockChange(folder: folder, chosen: chosen, why: why, options: options, isLocking: false).run()
  }
}

/// What `patrol lock` and `patrol unlock` do.
struct LockChange {
  var folder: RosterArgument
  var chosen: PostingOptions
  var why: ReasonOption
  var options: EditOptions
  var isLocking: Bool

  func run() throws {
    let streams = options.quiet.streams
    let verb = isLocking ? "lock" : "unlock"
    let change = try options.change(of: folder.roster, reason: why.reason, at: chosen.days.range.clock) {
      try chosen.wish(verb, in: $0)
    }
    let wish = EditWish.lock(unit: chosen.unit, beat: chosen.beat, shift: chosen.shift, isLocking: isLocking)
    let outcome = try change.make(streams) { draft in try chosen.step(wish, in: &draft, telling: streams) }
    try ChangeAnswer(verb: verb, change: change, outcome: outcome).give(streams, as: options.format)
  }
}
