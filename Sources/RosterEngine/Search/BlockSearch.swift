/// Anneals the rows of one block at a time.
struct BlockSearch: Sendable {
  var searcher: Searcher
  var acceptance = Acceptance(temperature: 1)
  var shortfalls: Shortfalls
  var members: [Int32] = []
  /// Makes whole rows anew; `nil` where that is not wanted.
  var renewal: RowRenewal?
  /// Kept where rows are made anew, else empty.
  var margins: Margins
  /// Set while every accepted move is to be checked.
  private var evaluator: Evaluator?
  /// A fault found by checking every move.
  private var fault: SolveError?

  init(searcher: Searcher, renewal: RowRenewal? = nil, _ model: Model) {
    self.searcher = searcher
    self.renewal = renewal
    margins = renewal == nil ? Margins() : Margins(searcher.state, model)
    shortfalls = Shortfalls(model)
  }

  /// What a block search did.
  struct Outcome: Sendable {
    /// Cells that became something else, by member.
    var changes: [Change] = []
    /// What the changes cost more.
    var delta = 0
    var moves = 0
    /// A fault found by checking every move.
    var fault: SolveError?
  }

  /// Searches a block, says what it would change, and takes it back.
  mutating func run(_ block: Block, task: BlockTask, _ model: Model, isStopped: () -> Bool) -> Outcome {
    guard !block.members.isEmpty, model.shiftCount > 0 else { return Outcome() }
    searcher.random = task.random
    acceptance.temperature = task.temperature
    members = block.members
    evaluator = task.evaluator
    shortfalls.open(block, searcher.state, model)
    let costBefore = searcher.cost
    let rows = block.members.map { cells(of: $0, model) }
    var outcome = Outcome()
    outcome.moves += task.renewsEveryone ? renewEveryone(model, isStopped) : renewSome(model, isStopped)
    let end = outcome.moves + task.moves
    while outcome.moves < end && fault == nil {
      if outcome.moves & 255 == 0 && isStopped() { break }
      outcome.moves += 1
      propose(model)
      if !searcher.move.isEmpty { _ = attempt(acceptance.threshold(&searcher.random), model) }
    }
    outcome.fault = fault
    if fault != nil { return outcome }
    outcome.delta = searcher.cost - costBefore
    var back: [Change] = []
    for old in rows.joined() {
      let new = cell(of: old.member, Int(old.day), model)
      if new != old {
        outcome.changes.append(new)
        back.append(old)
      }
    }
    impose(back, cost: costBefore, model)
    return outcome
  }

  /// Makes the searcher's move if it is allowed and cheap enough, and takes note of it.
  @inline(__always)
  mutating func attempt(_ threshold: Int, _ model: Model) -> Bool {
    guard searcher.attempt(threshold, model) else { return false }
    for change in searcher.undone { note(change, model) }
    for change in searcher.move { note(change, model) }
    if let evaluator, fault == nil { fault = mismatch(evaluator, model) }
    return true
  }

  /// Makes changes that are known to be right without judging them; keeps the cost.
  mutating func impose(_ changes: [Change], cost: Int, _ model: Model) {
    let before = changes.map { cell(of: $0.member, Int($0.day), model) }
    searcher.impose(changes, cost: cost, model)
    for change in before { note(change, model) }
    for change in changes { note(change, model) }
  }

  /// Takes note that a cell was changed to or from an assignment.
  @inline(__always)
  private mutating func note(_ change: Change, _ model: Model) {
    shortfalls.note(change, searcher.state, model)
    if renewal != nil { margins.note(change, searcher.state, model) }
  }

  /// A cell as it is.
  @inline(__always)
  func cell(of member: Int32, _ day: Int, _ model: Model) -> Change {
    let cell = Int(member) * model.rowLength + day
    return Change(
      member: member, day: Int32(day), code: searcher.state.codes[cell], option: searcher.state.options[cell])
  }

  /// A member's cells of the period as they are.
  func cells(of member: Int32, _ model: Model) -> [Change] {
    (model.historyDays..<model.rowLength).map { cell(of: member, $0, model) }
  }

  /// The difference between the cost kept and the cost recomputed, if there is one.
  private func mismatch(_ evaluator: Evaluator, _ model: Model) -> SolveError? {
    let recomputed = evaluator.cost(of: searcher.state.assignments(model)).total
    let kept = searcher.cost - searcher.state.obligationCost(model)
    return recomputed == kept ? nil : .costMismatch(kept: kept, recomputed: recomputed)
  }
}

extension BlockSearch {
  /// Makes the changes that a round has settled on, and turns to what has become urgent.
  mutating func takeOver(_ news: [[Change]], _ urgency: Urgency?, cost: Int, _ model: Model) {
    shortfalls.close()
    for changes in news { impose(changes, cost: cost, model) }
    if let urgency, renewal != nil { margins.take(urgency, searcher.state, model) }
  }

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

  /// Takes two to four of those who could fill a point out of the roster and makes their rows anew, one after the
  /// other.
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

/// How one block is to be searched in one round.
struct BlockTask: Sendable {
  let random: RandomSource
  let temperature: Float
  /// Whether everyone's row is made anew, not only some where points are short.
  let renewsEveryone: Bool
  /// Moves to evaluate.
  let moves: Int
  /// Set when every accepted move is to be checked.
  let evaluator: Evaluator?
}

/// A part of the staff that is searched by itself for a while, everyone else standing still.
struct Block: Sendable {
  /// Staff indices, each once.
  var members: [Int32]
  /// Those whose lines the block is to fill; the others only help.
  var residents: Int
}
