import Testing

@Suite("Histories drawn by chance")
struct JournalHistoryTests {
  @Test(
    "two desks and a spreadsheet edit, undo, redo, fold, close and open in any order, and all see what a list of rows would hold",
    arguments: 0..<FaultScale.of(4, long: 30, full: 300))
  func histories(seed: Int) throws {
    var history = try RandomHistory(seed: seed)
    for step in 0..<60 {
      let what = try history.next()
      try history.check("seed \(seed), step \(step): \(what)")
    }
    try history.end()
    #expect(history.count(of: "edit") > 5)
  }
}
