import Screen

extension Model {
  /// Takes in a message and tells what to do outside.
  ///
  /// The same desk and message give the same answer.
  public mutating func receive(_ message: Message) -> [Effect] {
    switch message {
    case .input(.key(let key)) where isLeftOut(key): return []
    case .input(.key(let key)): press(key)
    case .input(.resize(let size)): self.size = size
    case .input(.paste(let text)): paste(text)
    case .input(.pasteTooLong): say(.refused, "The pasted text is too long; nothing was taken.")
    case .input(.mouse(let event)): use(event)
    case .input(.focus): break
    case .clock(let minutes):
      now = DutyMoment(at: minutes, document.settings)
      nowMinutes = minutes
    case .woke(let token): wake(token)
    case .recorded(let ticket, let entry): takeRecorded(ticket, entry)
    case .refused(let ticket, let reason): takeRefused(ticket, reason)
    case .others(let entries): takeOthers(entries)
    case .reloaded(let reloading): reload(reloading)
    case .desks(let desks): takeDesks(desks)
    case .storage(let state): takeStorage(state)
    case .told(let text): say(.failed, text)
    case .planProgress(let ticket, let report): takeProgress(ticket, report)
    case .planFinished(let ticket, let result): takeResult(ticket, result)
    case .planFailed(let ticket, let reason): failPlan(ticket, reason)
    }
    showNextRefusal()
    settle()
    tellPlace()
    return drainOutbox()
  }

  /// Fits cursors and views to the window and to what there is.
  mutating func settle() {
    let body = Chrome(size).body
    for context in Context.allCases { context.parts.settle(&self, body) }
    settlePrompt(body)
  }

  /// Goes to another screen, to come back by Esc.
  mutating func open(_ other: Context) {
    guard other != screen else { return }
    trail.removeAll { $0 == other }
    trail.append(screen)
    screen = other
  }

  /// Goes back to the screen before this one; the grid is the last.
  mutating func goBack() { screen = trail.popLast() ?? .grid }
}

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
