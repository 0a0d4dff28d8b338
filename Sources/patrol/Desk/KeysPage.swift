import ArgumentParser
import Desk

/// `patrol keys`: the desk's keys as a page of the documentation.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Write the page of the desk's keys, docs/KEYS.md.", shouldDisplay: false)

  func run() {
    StandardStreams().answer(KeysPage.text)
  }
}

/// The desk's keys as a page of the documentation, made from the one table that the desk itself reads.
enum KeysPage {
  /// The page in Markdown.
  static var text: String {
    var lines = [
      "# The keys of the desk",
      "",
      "Made by `patrol keys`, from the table that the desk itself reads; a test fails where this page differs from it.",
      "",
      "The letters work on a Cyrillic layout too: й is q. In the desk, `?` lists and searches the keys of the screen, and",
      "`:` takes a command by the beginning of its name.",
      "",
      "## Marks",
      "",
      "A cell shows how many units it has and wants, and a mark: `1/2!`. Where that does not fit, it shows what is missing,",
      "`-12!`, or what is there, `12.`.",
      "",
      "| mark | says |",
      "| --- | --- |",
    ]
    lines += CellMark.allCases.filter { $0 != .idle }.map { "| `\($0.rawValue)` | \($0.words) |" }
    lines += [
      "",
      "Behind the figures, `\(CellSign.pending)` says that a change of the cell is not saved yet, and"
        + " `\(CellSign.visitor)` that the cursor of another desk is there.",
    ]
    lines += section(
      "Every screen: " + KeyTable.screens.map(\.title).joined(separator: ", "), KeyTable.commandsOfScreens)
    for context in Context.allCases { lines += section(context.title, KeyTable.ownCommands(in: context)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ title: String, _ commands: [Command]) -> [String] {
    let rows = commands.filter(\.isListed).map { "| `\($0.keyNames)` | \($0.name) | \($0.help) |" }
    return ["", "## \(title)", "", "| keys | command | what it does |", "| --- | --- | --- |"] + rows
  }
}
