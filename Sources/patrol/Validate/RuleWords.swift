import ArgumentParser

/// Rules named on the command line, separated by commas.
struct RuleWords: ExpressibleByArgument {
  /// Ids, names or the beginnings of ids; a word is empty where nothing stands between two commas.
  var words: [String]

  init?(argument: String) {
    words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
