/// The keys of the plan screen.
enum PlanKeys {
  static let commands = [
    Command(
      ["Enter", "a"], "Accept", "Take the proposal over, as one step that can be undone", bar: 1,
      when: { $0.whyNoAccepting }
    ) { $0.acceptProposal() },
    Command(
      ["d", "x"], "Drop", "Leave the roster as it is", bar: 2,
      when: { $0.plan.proposal == nil ? "there is no proposal" : nil }
    ) { $0.dropProposal() },
    Command(
      ["Esc", "c", "Ctrl-C"], "Stop", "Stop planning and keep the best so far; with a proposal, ask to drop it", bar: 3
    ) { $0.stopPlan() },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.plan.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.plan.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.plan.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.plan.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the first line") { $0.plan.list.home() },
    Command(["End", "G"], "Bottom", "Go to the last line") { $0.plan.list.end() },
    Command(["Ctrl-L"], "Redraw", "Draw the window anew") { $0.emit(.redraw) },
    Command(["Ctrl-Z"], "Suspend", "Back to the shell; fg returns here") { $0.emit(.suspend) },
    Command(["?", "F1"], ScreenKeys.helpName, "All keys, to be searched", bar: 9) { $0.openHelp() },
  ]
}
