/// The last pass of a search: clears work that no line needs, where that costs nothing and breaks no rule further.
///
/// Where demand has no maximum, surplus costs nothing, and a search leaves it where it happens to lie. Work is needed
/// where a line that counts it would fall below what it prefers. Whoever works most is relieved first. A run of days
/// that nothing needs is cleared as one where it can be, since days off may have to come in runs.
///
/// O(days × staff × log staff), and an attempt for each cell that is not needed.
struct Trim {
  let model: Model
  /// Work that stays, by staff then day of the period; empty for none.
  let kept: [Assignment?]

  /// The longest run of days that is cleared as one.
  private static let longestRun = 14

  func run(_ searcher: inout Searcher) {
    guard model.shiftCount > 0 else { return }
    // Whoever escorts someone needless is needless only after that one is gone.
    for _ in 0..<2 { pass(&searcher) }
  }

  private func pass(_ searcher: inout Searcher) {
    for day in model.historyDays..<model.rowLength {
      let members = (0..<model.staffCount).filter { isNeedless($0, day, searcher.state) }
      let minutes = searcher.state.loads.map(\.minutes)
      for member in members.sorted(by: { (minutes[$1], $0) < (minutes[$0], $1) }) {
        clear(member, day, &searcher)
      }
    }
  }

  /// Clears the longest run of needless days from a day on that can be cleared.
  private func clear(_ member: Int, _ first: Int, _ searcher: inout Searcher) {
    var end = first
    while end < model.rowLength, end - first < Self.longestRun, isNeedless(member, end, searcher.state) { end += 1 }
    while end > first {
      searcher.move = (first..<end).map { Change(member: Int32(member), day: Int32($0), code: 0, option: -1) }
      if attempt(member, &searcher) { return }
      end -= 1
    }
  }

  /// Makes the searcher's move if it costs nothing; a hard minimum is not traded for anything.
  private func attempt(_ member: Int, _ searcher: inout Searcher) -> Bool {
    let (owed, cost) = (searcher.state.obligationCost(of: member, model), searcher.cost)
    guard searcher.attempt(0, model) else { return false }
    if searcher.state.obligationCost(of: member, model) <= owed { return true }
    searcher.impose(searcher.undone, cost: cost, model)
    return false
  }

  /// Whether a row day of a member holds work of the search's own that every line can do without.
  private func isNeedless(_ member: Int, _ day: Int, _ state: SearchState) -> Bool {
    let cell = member * model.rowLength + day
    let (code, option) = (state.codes[cell], state.options[cell])
    guard code != 0, !isKept(member, day - model.historyDays, code, option) else { return false }
    let entry = model.options.items[Int(option)]
    for line in model.optionLines[Int(entry.lineStart)..<Int(entry.lineEnd)] {
      for slot in model.slots.items[model.slots.range(Int(code))] {
        let point = model.point(line: line, day: day - model.historyDays, slot: slot)
        if state.counts[point] <= model.needs[point].preferred { return false }
      }
    }
    return true
  }

  private func isKept(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32) -> Bool {
    guard kept.count == model.staffCount * model.dayCount, let work = kept[member * model.dayCount + day] else {
      return false
    }
    return work.shift == Int(code) - 1 && work.post == Int(model.options.items[Int(option)].post)
  }
}
