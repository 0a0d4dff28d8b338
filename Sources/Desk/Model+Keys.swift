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
      if keys.count == 1, editField({ $0.edit(key) }) { return }
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

  /// Changes the field that is open; false where none is, or where it does not change.
  private mutating func editField(_ change: (inout TextField) -> Bool) -> Bool {
    guard context.takesText else { return false }
    return prompt != nil ? editPrompt(change) : editHelp(change)
  }

  /// Whether a key types into a field that takes no more and says so.
  ///
  /// A paste that the terminal does not mark as one comes as keys: where a field has left out one, a million more must
  /// not cost what a million keys do.
  func isLeftOut(_ key: Key) -> Bool { key.typed != nil && typed.isEmpty && openField?.isClosed == true }

  mutating func paste(_ text: String) {
    let isTaken = editField { field in
      field.insert(text)
      return true
    }
    if !isTaken { say(.refused, "Nothing to paste into here; text goes into the assign and find fields.") }
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
