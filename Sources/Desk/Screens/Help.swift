import Screen

/// The help: what is searched for, and the commands that match.
struct HelpState: Sendable {
  var field = TextField()
  var list = ListState()
  /// Whose keys are explained.
  var subject = Context.grid
}

extension ContextParts {
  static let help = ContextParts(
    title: "Help", takesText: true, commands: HelpKeys.commands, settle: { $0.settleHelp($1) },
    draw: { $0.drawHelp(in: $1, &$2) })
}

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

extension Model {
  mutating func openHelp() {
    help = HelpState(subject: screen)
    open(.help)
  }

  /// The commands of the screen that was left which match what is typed, those by their names first.
  var helpCommands: [Command] {
    let needle = Needle(help.field.text)
    let found = KeyTable.commands(in: help.subject).filter {
      $0.isListed && needle.isIn([$0.keyNames, $0.name, $0.help].joined(separator: " "))
    }
    return found.filter { needle.isIn($0.name) } + found.filter { !needle.isIn($0.name) }
  }

  mutating func runFromHelp() {
    let commands = helpCommands
    guard commands.indices.contains(help.list.selected) else { return }
    goBack()
    run(commands[help.list.selected])
  }

  mutating func editHelp(_ change: (inout TextField) -> Bool) -> Bool {
    guard change(&help.field) else { return false }
    help.list.home()
    return true
  }

  mutating func settleHelp(_ body: Rect) {
    guard screen == .help else { return }
    help.list.settle(count: helpCommands.count, height: max(0, body.height - 1))
  }

  func drawHelp(in body: Rect, _ frame: inout Frame) {
    let (head, lines) = body.splitTop(1)
    frame.drawField(
      help.field, in: head, hint: "type to search the keys of \(help.subject.title)", style: Style(.input))
    let commands = helpCommands
    frame.drawList(help.list, in: lines) { frame, index, row in
      let command = commands[index]
      let reason = command.whyNot(self)
      frame.write(
        pieces: [
          (command.keyNames.padded(toCells: 16) + " ", Style(reason == nil ? .keyName : .disabled)),
          (command.name.padded(toCells: 14) + " ", Style(reason == nil ? .normal : .disabled)),
          ((reason.map { "not now: \($0). " } ?? "") + command.help, Style(.dim)),
        ], in: row)
    }
  }
}
