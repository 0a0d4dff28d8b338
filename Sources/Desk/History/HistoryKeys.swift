/// The keys of the history.
enum HistoryKeys {
  static let commands = [
    Command(
      ["Enter"], "Go there", "Go to the cell that the entry changed", bar: 1, when: { $0.whyNoHistoryPlace }
    ) { $0.goToSelectedEntry() },
    Command(
      ["x", "Del"], "Take back", "Undo this entry alone, whoever made it, as an entry of your own", bar: 2,
      when: { $0.whyNoTakingBack }
    ) { $0.takeBackEntry() },
    Command(
      ["X"], "Back to here", "Take back all that came after this entry, as one act; asks first", bar: 4,
      when: { $0.whyNoGoingBack }
    ) { $0.askToGoBack() },
    Command(["f"], "Filter", "List only what has to do with a unit, a beat, a person, a day or a word", bar: 5) {
      $0.openLine(.filter)
    },
    Command(
      ["F"], "All", "List everything again", when: { $0.history.filter == .all ? "everything is listed" : nil }
    ) { $0.filterHistory("") },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.history.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.history.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.history.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.history.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the latest entry") { $0.history.list.home() },
    Command(["End", "G"], "Bottom", "Go to the first entry") { $0.history.list.end() },
  ]
}
