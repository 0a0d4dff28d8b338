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
    let chosen = PostingSelection(
      unit: try unit.map { try roster.unit(named: $0) }, beat: try beat.map { try roster.beat(named: $0) },
      days: try days.days(in: roster.settings, telling: streams), shift: try shift.map { try roster.shift(named: $0) })
    let postings = roster.postings(in: chosen)
    guard postings.isEmpty else { return postings }
    let first = chosen.days.lowerBound
    let when = chosen.days.count == 1 ? "\(first)" : "\(first) to \(chosen.days.upperBound)"
    throw ChangeRefusal.nothingThere(
      "\(words(in: roster)) has no posting on \(when)\(chosen.shift.map { " in \(roster.id($0))" } ?? ""); "
        + "`patrol export --table -` lists the postings")
  }

  /// A verb about them, for an act to be known again by.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func wish(_ verb: String, in settings: RosterSettings) throws -> [String] {
    [verb] + [unit, beat].map { $0?.lowercased() ?? "" } + [try days.words(in: settings), shift?.lowercased() ?? ""]
  }

  /// What was chosen, in a word or two.
  func words(in roster: Roster) -> String {
    [unit, beat].compactMap { $0 }.joined(separator: " at ")
  }
}
