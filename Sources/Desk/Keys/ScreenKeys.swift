import RosterModel

/// The keys that do the same on every screen with a roster on it.
enum ScreenKeys {
  /// The command that the key bar always has room for.
  static let helpName = "Help"

  static let commands = [
    Command(
      ["u"], "Undo", "Undo your last change; as far back as you like, over restarts too", bar: 3,
      when: { $0.whyNoEdit ?? ($0.acts.history.done.isEmpty ? "nothing was changed" : nil) }
    ) { $0.undo() },
    Command(
      ["Ctrl-R"], "Redo", "Do again what was undone",
      when: { $0.whyNoEdit ?? ($0.acts.history.undone.isEmpty ? "nothing was undone" : nil) }
    ) { $0.redo() },
    Command(
      ["Ctrl-S"], "Save", "Try again to write what could not be written; edits are saved as they are made",
      when: { $0.whyNoRetry }
    ) { $0.retry() },
    Command(["]g"], "Next gap", "Go to the next gap, in the order of time", bar: 11) { $0.goToGap(1) },
    Command(["[g"], "Previous gap", "Go to the gap before") { $0.goToGap(-1) },
    Command(["/", "Ctrl-F"], "Find", "Find a beat, a place, or where a unit is posted", bar: 22) {
      $0.openLine(.find)
    },
    Command(["n"], "Find next", "Go to the next place found", when: { $0.whyNothingFound }) { $0.findAgain(1) },
    Command(["N"], "Find previous", "Go to the place found before", when: { $0.whyNothingFound }) {
      $0.findAgain(-1)
    },
    Command(
      ["p"], "Plan", "Let the planner fill the district under the cursor, from today on", bar: 10,
      when: { $0.whyNoPlan }
    ) { $0.startPlan(.district) },
    Command(["P"], "Plan all", "Let the planner fill the whole roster, from today on", when: { $0.whyNoPlan }) {
      $0.startPlan(.whole)
    },
    Command(["1", "F2"], "City", "Districts by days: where is it thin?", bar: 23) { $0.openCity() },
    Command(["2", "F3"], "Grid", "Beats by days and shifts") { $0.open(.grid) },
    Command(["3", "F4"], "Gaps", "What is below its minimum, worst first", bar: 21) { $0.open(.gaps) },
    Command(["4", "F5"], "Findings", "What the rules say, and what could not be read", bar: 24) {
      $0.openFindings()
    },
    Command(["5", "F6"], "History", "Who changed what, when and why", bar: 12) { $0.openHistory() },
    Command(["@", "D"], "Desks", "Who else is at a desk on this roster, and where", when: { $0.whyNoDesks }) {
      $0.listDesks()
    },
    Command(
      ["C"], "Conflicts", "Recorded acts that tables edited by another program lack: do again or drop",
      when: { $0.whyNoConflicts }
    ) { $0.listConflicts() },
    Command([":"], "Command", "Type a command: q, or a name from this list") { $0.openLine(.command) },
    Command(["?", "F1"], helpName, "All keys, to be searched", bar: 13) { $0.openHelp() },
    Command(["Ctrl-L"], "Redraw", "Draw the window anew") { $0.emit(.redraw) },
    Command(["Ctrl-Z"], "Suspend", "Back to the shell; fg returns here") { $0.emit(.suspend) },
    Command(["Esc"], "Back", "Go back to the screen before, or drop what is in hand") { $0.escape() },
    Command(["q", "Ctrl-C"], "Quit", "Leave; waits for what is pending", bar: 14) { $0.quit() },
  ]
}

extension Model {
  /// Drops what is in hand, or goes back to the screen before.
  mutating func escape() {
    if grid.carried != nil {
      grid.carried = nil
      return say(.note, "Dropped; nothing was moved.")
    }
    goBack()
  }

  /// Puts the cell and its units on the clipboard.
  mutating func copyCell() {
    guard let cell = cellAtCursor else { return }
    let units = postingsAtCursor.map(words(of:))
    emit(.copy(words(of: cell) + ": " + (units.isEmpty ? "nobody" : units.joined(separator: ", "))))
    say(.done, "Copied \(words(of: cell))")
  }
}
