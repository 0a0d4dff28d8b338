extension BlockSearch {
  /// Rows made anew for each point that is short.
  private static let renewalsPerPoint = 2
  /// Of them, in per cent, those of someone who could fill the point; the others make room elsewhere.
  private static let candidateShare = 50
  /// Where fewer points are short, a few rows at a time are made anew as well.
  private static let fewPoints = 20
  /// What chance adds to a day's gain at most: enough to decide between equals, too little to hide a unit short.
  private static let noise = 16

  /// Makes everyone's row anew, in random order; returns what that counts as in moves.
  mutating func renewEveryone(_ model: Model, _ isStopped: () -> Bool) -> Int {
    var order = members
    for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, searcher.random.below(last + 1)) }
    var count = 0
    for member in order {
      if isStopped() { break }
      if renew(member, model) { count += 1 }
    }
    return count * model.dayCount
  }

  /// Makes rows anew of those who could fill a point that is short, and of others beside them.
  ///
  /// Returns what that counts as in moves: each row as many as it has days.
  mutating func renewSome(_ model: Model, _ isStopped: () -> Bool) -> Int {
    guard renewal != nil else { return 0 }
    var count = 0
    for _ in 0..<min(members.count, Self.renewalsPerPoint * shortfalls.points.count + 6) {
      if shortfalls.points.isEmpty || isStopped() { break }
      let point = Int(shortfalls.points[searcher.random.below(shortfalls.points.count)])
      if shortfalls.points.count < Self.fewPoints && searcher.random.below(2) == 0 {
        count += renewGroup(point, model)
      } else if searcher.random.below(100) >= Self.candidateShare {
        count += renew(members[searcher.random.below(members.count)], model) ? 1 : 0
      } else if let candidate = shortfalls.candidate(for: point, &searcher.random, model) {
        count += renew(candidate.member, model) ? 1 : 0
      }
    }
    return count * model.dayCount
  }

  /// Makes a row anew; returns whether it could be tried at all.
  @discardableResult
  private mutating func renew(_ member: Int32, threshold: Int? = nil, _ model: Model) -> Bool {
    guard renewal?.canRenew(member) == true else { return false }
    renewal?.propose(Int(member), noise: Self.noise, &margins, &searcher, model)
    if !searcher.move.isEmpty { _ = attempt(threshold ?? acceptance.threshold(&searcher.random), model) }
    return true
  }

  /// Takes two to four of those who could fill a point out of the roster and makes their rows anew, one after the other.
  ///
  /// Where few can work, and seldom, as crews of long duties, no row by itself can get better. Returns the rows made.
  private mutating func renewGroup(_ point: Int, _ model: Model) -> Int {
    var group: [Int32] = []
    for _ in 0..<(2 + searcher.random.below(3)) {
      guard let member = shortfalls.candidate(for: point, &searcher.random, model)?.member else { return 0 }
      if !group.contains(member) && renewal?.canRenew(member) == true { group.append(member) }
    }
    let (cost, threshold) = (searcher.cost, acceptance.threshold(&searcher.random))
    let before = group.flatMap { cells(of: $0, model) }.filter { isFree($0, model) }
    if group.allSatisfy({ clear($0, model) }) {
      for member in group { renew(member, threshold: .max / 2, model) }
      if searcher.cost - cost <= threshold { return group.count }
    }
    impose(before.filter { cell(of: $0.member, Int($0.day), model) != $0 }, cost: cost, model)
    return group.count
  }

  /// Gives a member nothing but days off, if the others can do without; whatever that costs.
  private mutating func clear(_ member: Int32, _ model: Model) -> Bool {
    searcher.move = cells(of: member, model).filter { $0.code != 0 && isFree($0, model) }
      .map { Change(member: $0.member, day: $0.day, code: 0, option: -1) }
    return searcher.move.isEmpty || attempt(.max / 2, model)
  }

  private func isFree(_ cell: Change, _ model: Model) -> Bool {
    model.allowed[Int(cell.member) * model.dayCount + Int(cell.day) - model.historyDays] != 0
  }
}
