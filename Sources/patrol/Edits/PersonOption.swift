import ArgumentParser
import Foundation

/// Who acts.
struct PersonOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts, on a shared account (default: PATROL_USER, or the system's user).", valueName: "name"))
  var person: String?

  func validate() throws {
    if let person { try PlainText.check(person, option: "--as") }
  }

  /// Who acts: as the option says, or else PATROL_USER, or else the system's user.
  ///
  /// - Throws: `CommandFailure` where PATROL_USER is no name.
  func acting() throws -> String {
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
