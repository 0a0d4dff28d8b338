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

  /// The postings chosen.
  ///
  /// - Throws: `CommandFailure` where an id or a day is not understood, `ChangeRefusal` where there is no such posting.
  func postings(in roster: Roster, telling streams: StandardStreams) throws -> [Assignment] {
    try EditWish.postings(unit, beat, shift, try days.days(in: roster.settings, telling: streams), roster)
  }

  /// A verb about them, for an act to be known again by.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func wish(_ verb: String, in settings: RosterSettings) throws -> [String] {
    [verb] + [unit, beat].map { $0?.lowercased() ?? "" } + [try days.words(in: settings), shift?.lowercased() ?? ""]
  }

  /// What was chosen, in a word or two.
  func words(in roster: Roster) -> String {
    EditWish.words(unit, beat)
  }
}
