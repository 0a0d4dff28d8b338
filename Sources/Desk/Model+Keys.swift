import Screen

extension Model {
  /// Handles a key: completes a command, begins one, types into a field, or is no key here.
  mutating func press(_ key: Key) {
    clearNotice()
    acts.wasLeaving = acts.isLeaving
    acts.isLeaving = false
    if key.code == .escape, !typed.isEmpty {
      typed = []
      return
    }
    typed.append(key)
    switch KeyTable.resolve(typed, in: context) {
    case .command(let command):
      typed = []
      run(command)
    case .prefix:
      break
    case .none:
      let keys = typed
      typed = []
      if keys.count == 1, typeIntoField(key) { return }
      let names = keys.map(\.description).joined(separator: " ")
      let hint = prompt == nil && screen != .help ? "? lists the keys" : "Esc goes back"
      say(.refused, "No command on \(names) here; \(hint).")
    }
  }

  /// Does a command, or says why it cannot be done.
  mutating func run(_ command: Command) {
    if let reason = command.whyNot(self) {
      say(.refused, "\(command.name): \(reason)")
    } else {
      command.run(&self)
    }
  }

  /// Types into the field that is open; false where none is, or the key edits nothing.
  private mutating func typeIntoField(_ key: Key) -> Bool {
    guard context.takesText else { return false }
    if prompt != nil { return typeIntoPrompt(key) }
    return typeIntoHelp(key)
  }

  mutating func paste(_ text: String) {
    guard context.takesText else {
      return say(.refused, "Nothing to paste into here; text goes into the assign and find fields.")
    }
    let line = text.split(whereSeparator: \.isNewline).first ?? ""
    for character in line.prefix(TextField.longest) { _ = typeIntoField(Key(character)) }
  }

  /// The wheel moves the cursor; other uses of the mouse do nothing yet.
  mutating func use(_ event: MouseEvent) {
    switch event.action {
    case .wheelUp: press(Key(.up))
    case .wheelDown: press(Key(.down))
    case .press, .drag, .release: break
    }
  }
}
