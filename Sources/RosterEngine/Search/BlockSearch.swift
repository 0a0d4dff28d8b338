/// Anneals the rows of one block at a time.
struct BlockSearch: Sendable {
  var searcher: Searcher
  var acceptance = Acceptance(temperature: 1)
  private(set) var shortfalls: Shortfalls
  var members: [Int32] = []

  init(searcher: Searcher, _ model: Model) {
    self.searcher = searcher
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
    shortfalls.open(block, searcher.state, model)
    let costBefore = searcher.cost
    let rows = block.members.map { rowCells(of: $0, model) }
    var outcome = Outcome()
    while outcome.moves < task.moves {
      if outcome.moves & 255 == 0 && isStopped() { break }
      outcome.moves += 1
      propose(model)
      if searcher.move.isEmpty { continue }
      if searcher.attempt(acceptance.threshold(&searcher.random), model) {
        for change in searcher.undone { shortfalls.note(change, searcher.state, model) }
        for change in searcher.move { shortfalls.note(change, searcher.state, model) }
        if let evaluator = task.evaluator {
          outcome.fault = mismatch(evaluator, model)
          if outcome.fault != nil { return outcome }
        }
      }
    }
    outcome.delta = searcher.cost - costBefore
    var back: [Change] = []
    for (member, row) in zip(block.members, rows) {
      for old in row {
        let cell = Int(member) * model.rowLength + Int(old.day)
        let new = Change(
          member: member, day: old.day, code: searcher.state.codes[cell], option: searcher.state.options[cell])
        if new != old {
          outcome.changes.append(new)
          back.append(old)
        }
      }
    }
    searcher.impose(back, cost: costBefore, model)
    return outcome
  }

  private func rowCells(of member: Int32, _ model: Model) -> [Change] {
    (model.historyDays..<model.rowLength).map { day in
      let cell = Int(member) * model.rowLength + day
      return Change(
        member: member, day: Int32(day), code: searcher.state.codes[cell], option: searcher.state.options[cell])
    }
  }

  /// The difference between the cost kept and the cost recomputed, if there is one.
  private func mismatch(_ evaluator: Evaluator, _ model: Model) -> SolveError? {
    let recomputed = evaluator.cost(of: searcher.state.assignments(model)).total
    let kept = searcher.cost - searcher.state.obligationCost(model)
    return recomputed == kept ? nil : .costMismatch(kept: kept, recomputed: recomputed)
  }
}
