/// The keys of the list of findings.
enum FindingsKeys {
  static let commands = [
    Command(
      ["Enter"], "Go there", "Go to the cell or the unit's posting on the grid", bar: 1,
      when: { $0.whyNoFindingPlace }
    ) { $0.goToSelectedFinding() },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.findings.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.findings.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.findings.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.findings.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the first line") { $0.findings.list.home() },
    Command(["End", "G"], "Bottom", "Go to the last line") { $0.findings.list.end() },
  ]
}
