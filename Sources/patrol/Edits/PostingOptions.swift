import ArgumentParser
import RosterModel

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
