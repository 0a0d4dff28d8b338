import ArgumentParser
import Foundation

/// A verb with its arguments, as swift-argument-parser describes it (`--experimental-dump-help`).
struct CommandHelp: Decodable {
  /// A name of an option or flag.
  struct Name: Decodable {
    var kind: String
    var name: String

    /// The name as it is typed.
    var typed: String { kind == "long" ? "--\(name)" : "-\(name)" }
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
  }

  private struct Dump: Decodable { var command: CommandHelp }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var arguments: [Argument]?
  var subcommands: [CommandHelp]?

  /// The arguments of the verb itself: not hidden, and not those that every verb has.
  var ownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      let names = argument.names?.map(\.name) ?? []
      return argument.shouldDisplay && !names.contains("help") && !names.contains("version")
    }
  }

  /// The program with all its verbs.
  ///
  /// - Throws: `CommandFailure` where the library no longer describes commands so, which is a fault of the program.
  static func program() throws -> CommandHelp {
    let json: String
    do {
      _ = try Patrol.parseAsRoot(["--experimental-dump-help"])
      throw CommandFailure(.fault, "the verbs are not described. Please report this.")
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      json = Patrol.fullMessage(for: error)
    }
    do {
      let decoder = JSONDecoder()
      return try decoder.decode(Dump.self, from: Data(json.utf8)).command
    } catch {
      throw CommandFailure(.fault, "the description of the verbs cannot be read: \(error). Please report this.")
    }
  }
}
