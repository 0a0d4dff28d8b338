/// The keys of the list of gaps.
enum GapsKeys {
  static let commands = [
    Command(
      ["Enter"], "Go there", "Go to the cell on the grid", bar: 1,
      when: { $0.gaps.squares.isEmpty ? "there are no gaps" : nil }
    ) { $0.goToSelectedGap() },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.gaps.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.gaps.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.gaps.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.gaps.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the first line") { $0.gaps.list.home() },
    Command(["End", "G"], "Bottom", "Go to the last line") { $0.gaps.list.end() },
  ]
}
