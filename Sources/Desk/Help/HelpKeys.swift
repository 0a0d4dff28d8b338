/// The keys of help; letters and digits go into its field.
enum HelpKeys {
  static let commands = [
    Command(["Enter"], "Do it", "Go back and do the command under the cursor", bar: 1) { $0.runFromHelp() },
    Command(["Up", "Ctrl-P"], "Up", "Go to the line above", isListed: false) { $0.help.list.move(by: -1) },
    Command(["Down", "Ctrl-N"], "Down", "Go to the line below", isListed: false) { $0.help.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up", isListed: false) { $0.help.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down", isListed: false) { $0.help.list.page(1) },
    Command(["Esc", "Ctrl-C", "F1"], "Back", "Close help", bar: 2) { $0.goBack() },
  ]
}
