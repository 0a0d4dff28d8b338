import ArgumentParser
import RosterModel

/// What every verb that edits a roster takes.
struct EditOptions: ParsableArguments {
  @OptionGroup var who: PersonOption
  @OptionGroup var key: KeyOption
  @Flag(help: "Write it although it breaks a rule, or the folder cannot be read whole; wants --reason.")
  var force = false
  @Flag(help: "Write nothing; only say what would change and what speaks against it.")
  var dryRun = false
  @Option(help: "How to write the answer.")
  var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  /// The change that is asked for.
  ///
  /// - Parameter wish: the verb and what it is asked to do, for a key to be known again by.
  /// - Throws: `CommandFailure` where it is forced without a reason, or PATROL_USER is no name.
  func change(
    of folder: String, reason: String?, wish: @escaping (RosterSettings) throws -> [String]
  ) throws -> RosterChange {
    if force, reason == nil {
      throw CommandFailure(.usage, "--force wants a reason: say why with --reason TEXT.")
    }
    return RosterChange(
      folder: folder, person: try who.acting(), reason: reason, isForced: force, isDryRun: dryRun, key: key.id,
      wish: wish)
  }
}
