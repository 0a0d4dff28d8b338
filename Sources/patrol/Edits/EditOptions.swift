import ArgumentParser
import Foundation

/// What every verb that edits a roster takes.
struct EditOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts, on a shared account (default: PATROL_USER, or the system's user).", valueName: "name"))
  var person: String?
  @Flag(help: "Write it although it breaks a rule, or the folder cannot be read whole; wants --reason.")
  var force = false
  @Flag(help: "Write nothing; only say what would change and what speaks against it.")
  var dryRun = false
  @Option(help: "How to write the answer.")
  var format = AnswerFormat.text

  func validate() throws {
    if let person { try PlainText.check(person, option: "--as") }
  }

  /// The change that is asked for.
  ///
  /// - Throws: `CommandFailure` where it is forced without a reason, or PATROL_USER is no name.
  func change(of folder: String, reason: String?) throws -> RosterChange {
    if force, reason == nil {
      throw CommandFailure(.usage, "--force wants a reason: say why with --reason TEXT.")
    }
    return RosterChange(
      folder: folder, person: try acting(), reason: reason, isForced: force, isDryRun: dryRun)
  }

  private func acting() throws -> String {
    if let person { return person }
    guard let name = ProcessInfo.processInfo.environment[EnvironmentSetting.user.rawValue], !name.isEmpty else {
      return NSUserName()
    }
    do {
      try PlainText.check(name, option: "PATROL_USER")
    } catch let error as ValidationError {
      throw CommandFailure(.usage, error.message)
    }
    return name
  }
}
