import ArgumentParser

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
