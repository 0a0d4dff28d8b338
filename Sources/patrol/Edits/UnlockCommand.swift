import ArgumentParser

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
