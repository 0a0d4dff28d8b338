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
    settleGrid(body)
    settleCity(body)
    settleGaps(body)
    settleFindings(body)
    settlePlan(body)
    settleHistory(body)
    settleHelp(body)
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
