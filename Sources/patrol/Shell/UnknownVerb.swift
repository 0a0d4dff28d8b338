import ArgumentParser
import Characters
import Screen

/// A word where a verb should stand that is none.
///
/// The library takes it for an argument too many and tells of the options there are, which helps nobody who has mistyped.
enum UnknownVerb {
  /// Refuses a command line that begins with no verb.
  ///
  /// - Parameter words: the command line without the program's name.
  /// - Throws: `CommandFailure` that names the verbs nearest to the word.
  static func check(_ words: [String]) throws {
    // Help is asked for by a verb of the library's own, about a verb.
    guard let word = words.first == "help" ? words.dropFirst().first : words.first, !word.hasPrefix("-") else { return }
    let configuration = Patrol.configuration
    // Closures, because the compiler of Swift 6.3.1 crashes on paths of keys here.
    let verbs = (configuration.groupedSubcommands.flatMap { $0.subcommands } + configuration.ungroupedSubcommands)
      .map { $0.configuration }
    guard word != "help", !verbs.contains(where: { $0.commandName == word }) else { return }
    let shown = verbs.filter { $0.shouldDisplay }.compactMap { $0.commandName } + ["help"]
    let meant = NearWords(shown).meant(by: word)
    let hint = meant.isEmpty ? "" : " " + NearWords.sentence(NearWords.question(meant))
    throw CommandFailure(
      .usage, "'\(word.shown)' is no verb\(UnknownName.disguise(word)).\(hint) `patrol help` lists them.")
  }
}
