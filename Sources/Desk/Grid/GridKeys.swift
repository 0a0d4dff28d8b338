extension ContextParts {
  static let grid = ContextParts(
    title: "Grid", commands: GridKeys.commands, hasScreenKeys: true, settle: { $0.settleGrid($1) },
    rest: { $0.findCandidates() }, draw: { $0.drawGrid(in: $1, &$2) })
}

enum GridKeys {
  static let commands = changes + moves + days

  private static let changes = [
    Command(
      ["Enter", "i"], "Assign", "Choose who holds the cell, by typing a callsign, leader or skill", bar: 1,
      when: { $0.whyNoAssign }
    ) { $0.openAssign() },
    Command(
      ["x", "Del"], "Clear", "Take a posting of the cell away", bar: 2, when: { $0.whyNoPosting }
    ) { $0.clearCell() },
    Command(
      ["="], "Lock", "Lock a posting, so that planning leaves it, or unlock it", bar: 31, when: { $0.whyNoPosting }
    ) { $0.toggleLock() },
    Command(
      ["m"], "Move", "Take a posting in hand; again, put it down in another cell", bar: 30,
      when: { $0.grid.carried == nil ? $0.whyNoPosting : $0.whyNoAssign }
    ) { model in
      if model.grid.carried == nil { model.pickUp() } else { model.putDown() }
    },
    Command(
      ["s"], "Swap", "Take a posting in hand; again, let its unit change places with one of another cell", bar: 33,
      when: { $0.whyNoPosting }
    ) { model in
      if model.grid.carried == nil { model.pickUp() } else { model.swapCarried() }
    },
    Command(
      ["a"], "Absent", "Mark a unit of the cell absent for the day", bar: 32, when: { $0.whyNoPosting }
    ) { $0.markAbsent() },
    Command(
      ["H"], "Cell's history", "Who changed the beat's day, when and why",
      when: { $0.cellAtCursor == nil ? "this line is not a beat; go to one of its beats" : nil }
    ) { $0.openHistoryOfCell() },
    Command(["y"], "Copy", "Copy the cell's units to the clipboard") { $0.copyCell() },
  ]

  private static let moves = [
    Command(["Up", "k"], "Up", "Go to the line above") { $0.moveLine(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.moveLine(by: 1) },
    Command(["Left", "h"], "Left", "Go to the shift before") { $0.moveColumn(by: -1) },
    Command(["Right", "l"], "Right", "Go to the next shift") { $0.moveColumn(by: 1) },
    Command(["Ctrl-Left", "b"], "Day back", "Go to the start of the day, or to the day before") { $0.moveDay(-1) },
    Command(["Ctrl-Right", "w"], "Day on", "Go to the next day") { $0.moveDay(1) },
    Command(["Ctrl-Up", "{"], "Place up", "Go to the heading above") { $0.moveGroup(-1) },
    Command(["Ctrl-Down", "}"], "Place down", "Go to the next heading") { $0.moveGroup(1) },
    Command(["PgUp", "Ctrl-B"], "Page up", "Go a page up") { $0.moveLine(by: -max(1, $0.grid.lines.length - 1)) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.moveLine(by: max(1, $0.grid.lines.length - 1)) },
    Command(["Home", "0"], "First day", "Go to the first day") { $0.grid.column = 0 },
    Command(["End", "$"], "Last day", "Go to the last day") { $0.moveColumn(by: $0.document.columns) },
    Command(["gg", "Ctrl-Home"], "Top", "Go to the first line") { $0.grid.line = 0 },
    Command(["G", "Ctrl-End"], "Bottom", "Go to the last line") { $0.moveLine(by: $0.board.lines.count) },
  ]

  private static let days =
    [
      Command(["gt"], "Today", "Go to the present day and shift", bar: 34) { $0.goToNow() },
      Command(["gd"], "Go to day", "Go to a day: g and its number, 5.12, 2026-12-05, +7, -7", shownKeys: "g5, gd") {
        $0.openLine(.date)
      },
    ]
    + "0123456789+-".map { character in
      Command(["g\(character)"], "Go to day", "Go to a day", isListed: false) {
        $0.openLine(.date, String(character))
      }
    }
}
