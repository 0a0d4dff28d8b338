import ArgumentParser
import Coverage
import RosterModel

/// The cell that a verb is asked about, and the clock that `today` goes by.
struct CellOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The cell: place, duty day and shift, then a force and a skill for a single square.",
      valueName: "place/day/shift[/force[/skill]]"))
  var cell: String

  @OptionGroup var clock: NowOption

  /// Reads the cell.
  ///
  /// - Throws: `CommandFailure` where it is not one of the roster.
  func read(in roster: Roster) throws -> CellArgument { try CellArgument(cell, now: clock.now, in: roster) }
}
