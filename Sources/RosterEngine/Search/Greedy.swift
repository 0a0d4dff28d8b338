/// The constructive start: each staff member in turn takes, day by day, the work that saves most.
///
/// Work is paced over the days that the member is there, so that the hours allowed last to the end of the period. Every
/// step is an attempt like any other, so no hard rule is broken further. About linear in cells times options of a
/// class.
struct Greedy {
  let model: Model

  /// Fills everyone's row but those that are made otherwise.
  func fill(_ searcher: inout Searcher, but isSkipped: (Int) -> Bool, isStopped: () -> Bool) {
    // Those with the fewest posts first: whoever can go anywhere fills what is left.
    let order = (0..<model.staffCount).filter { !isSkipped($0) }.sorted { (reach($0), $0) < (reach($1), $1) }
    for (turn, member) in order.enumerated() {
      if turn & 15 == 0 && isStopped() { return }
      fillRow(of: member, &searcher)
    }
  }

  private func reach(_ member: Int) -> Int {
    model.options.range(Int(model.staffClass[member])).count
  }

  private func fillRow(of member: Int, _ searcher: inout Searcher) {
    let cells = (member * model.dayCount)..<((member + 1) * model.dayCount)
    let present = model.allowed[cells].count { $0 > 1 }
    guard present > 0 else { return }
    let most = model.mostMinutes(of: member)
    // A random head start staggers the days off of staff who are alike.
    let headStart = searcher.random.below(7 * 24 * 60 / 3)
    var passed = 0
    for day in 0..<model.dayCount {
      let codes = model.allowed[cells.lowerBound + day]
      guard codes > 1 else { continue }
      passed += 1
      let rowDay = day + model.historyDays
      guard searcher.state.codes[member * model.rowLength + rowDay] == 0 else { continue }
      if most < Int.max / 2 {
        let pace = most * passed / present + headStart / 2
        if Int(searcher.state.loads[member].minutes) > pace { continue }
      }
      takeBest(member, rowDay, codes, &searcher)
    }
  }

  /// Tries the shifts of a day, the one that saves most first.
  private func takeBest(_ member: Int, _ day: Int, _ codes: UInt64, _ searcher: inout Searcher) {
    var offers: [(gain: Int, tie: Int, code: Int, option: Int32)] = []
    var rest = codes & ~1
    while rest != 0 {
      let code = rest.trailingZeroBitCount
      rest &= rest - 1
      let (option, gain) = searcher.bestOption(member, day, code, model)
      if option >= 0 && gain > 0 { offers.append((gain, searcher.random.below(1 << 16), code, option)) }
    }
    offers.sort { ($0.gain, $0.tie) > ($1.gain, $1.tie) }
    for offer in offers {
      searcher.move.removeAll(keepingCapacity: true)
      searcher.move.append(
        Change(member: Int32(member), day: Int32(day), code: UInt8(offer.code), option: offer.option))
      if searcher.attempt(-1, model) { return }
    }
  }
}
