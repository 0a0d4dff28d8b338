import Coverage
import RosterModel
import Screen

extension WhyAnswer {
  /// The answer for people, safe for a terminal whatever the roster holds.
  var text: String {
    let parts = [squareLines, [verdict], ruledOutLines, wayLines, proofLines, decisionLines]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var squareLines: [String] {
    why.squares.map { state in
      let square = state.square
      let level =
        state.gap > 0
        ? "\(state.gap) below minimum" : state.shortfall > 0 ? "\(state.shortfall) below target" : "met"
      let wanted = square.minimum == square.target ? "\(square.minimum)" : "\(square.minimum) to \(square.target)"
      return
        "\(frame.cellID(square)): \(state.have) of \(wanted) units, \(level) (demand.csv:\(roster.demand[square.row].line))"
        .shown
    }
  }

  /// What the verdict says, in the words of docs/WHY.md.
  private var verdict: String {
    let to = why.lack?.level == .target ? " to its target" : ""
    switch why.verdict {
    case .met: return "met: nothing is missing"
    case .canBeFilled:
      let ways = why.ways.count(where: \.closesAll)
      return "can be filled\(to): \(ways == 1 ? "one way" : "\(ways) ways, the cheapest first")"
    case .cannotBeFilled(let proof):
      let cost = isWhateverElse(proof) ? "" : " without leaving another square emptier"
      return "cannot be filled\(to) by any plan\(cost): proof"
    case .notShown:
      return "not shown either way: no way was found within the search, and no proof that there is none"
    }
  }

  private func isWhateverElse(_ proof: CellWhy.Proof) -> Bool {
    if case .ofTheDay(let proof) = proof { return proof.isWhateverElse }
    return false
  }

  private var ruledOutLines: [String] {
    guard why.lack != nil else { return [] }
    let ruledOut = why.ruledOut
    let head =
      "considered \(ruledOut.units) units: \(ruledOut.notAskedFor) of another force or skill, \(ruledOut.standing) posted there, "
      + "\(Fillers(free: ruledOut.free, byLeaving: ruledOut.byLeaving).words), "
      + "\(ruledOut.ruledOut.count - ruledOut.byLeaving) ruled out"
    guard !ruledOut.rules.isEmpty else { return [head] }
    let rows = ruledOut.rules.map { ["\($0.first)", "\($0.all)", $0.rule.name] }
    let table = TextTable.text(["first", "in all", "by"], rows, numberColumns: 2)
    let units = isVerbose ? ruledOut.ruledOut.map { "  " + words(of: $0).shown } : []
    return [head] + table.split(separator: "\n").map { "  " + $0 } + units
  }

  private func words(of candidate: Candidate) -> String {
    let reasons = candidate.reasons.filter(\.isHard).map { "\($0.rule.name): \($0.message)" }
    return "\(name(candidate.unit)): \(reasons.joined(separator: ", "))"
  }

  private var wayLines: [String] {
    why.ways.enumerated().flatMap { number, way -> [String] in
      let part = way.closesAll ? "" : ", fills a part"
      let cost = way.outcome.cost.parts.map { "\($0.name) \($0.cost)" }.joined(separator: ", ")
      let head = "\(number + 1). cost \(way.outcome.cost.total)\(cost.isEmpty ? "" : " (\(cost))")\(part)"
      let moves = way.moves.map { "   \(words(of: $0))".shown }
      let paid = way.outcome.breaks.map { "   pays \($0.rule.name): \($0.message)".shown }
      return [head] + moves + paid + commands(way).map { "     \($0.shown)" }
    }
  }

  private func words(of move: WayOut.Move) -> String {
    let comes = "\(name(move.takes.unit)) takes \(place(move.takes))"
    guard let leaves = move.leaves else { return comes }
    return "\(comes), leaves \(place(leaves))"
  }

  private var decisionLines: [String] {
    guard !why.decisions.isEmpty else { return [] }
    let lines = why.decisions.flatMap { decision -> [String] in
      let obstacles = decision.obstacles.map { words(of: $0) }.joined(separator: "; ")
      return ["- \(words(of: decision.move)): \(obstacles)".shown] + commands(decision).map { "     \($0.shown)" }
    }
    return ["what a person could decide:"] + lines
  }

  private func words(of obstacle: Decision.Obstacle) -> String {
    switch obstacle {
    case .locked(let posting): "its posting at \(place(posting)) is locked, and would be released"
    case .published: "the day is published there, and would have to be published again"
    case .absence(let absence): "its absence would have to yield (\(absence.reason.rawValue), \(absence.days))"
    case .rule(let reason): "\(reason.rule.name) would have to yield: \(reason.message)"
    }
  }
}
