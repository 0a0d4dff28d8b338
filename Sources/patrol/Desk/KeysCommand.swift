import ArgumentParser

/// `patrol keys`: the desk's keys as a page of the documentation.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Write the page of the desk's keys, docs/KEYS.md.", shouldDisplay: false)

  func run() {
    StandardStreams().answer(KeysPage.text)
  }
}
