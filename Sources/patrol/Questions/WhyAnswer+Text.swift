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
        "\(frame.cellID(square)): \(state.have) of \(wanted) units, \(level)\(held(square).map { ", " + frame.words($0) } ?? "") (demand.csv:\(roster.demand[square.row].line))"
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
      let left = way.leaves.map { "   \(name($0.unit)) leaves \(place($0))".shown }
      let act = way.isOneAct ? ["   as one act, because a step may break what a later one mends:"] : []
      let moves = act + left + way.moves.map { "   \(words(of: $0))".shown }
      let paid = way.outcome.breaks.map { "   pays \($0.rule.name): \($0.message)".shown }
      return [head] + moves + paid + commands(way).map { (way.isOneAct ? "" : "     ") + $0.shown }
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

extension WhyAnswer {
  /// The commands that do what a way does, in order.
  func commands(_ way: WayOut) -> [String] {
    guard way.isOneAct else { return way.moves.flatMap { commands($0) } }
    let left = way.leaves + way.moves.compactMap(\.leaves)
    let lines =
      left.map { "{\(Self.field("edit", "unassign")), \(fields(of: $0, withBeat: false))}" }
      + way.moves.map { "{\(Self.field("edit", "assign")), \(fields(of: $0.takes, withBeat: true))}" }
    return ["patrol apply \(quotedFolder) <<'END'"] + lines + ["END"]
  }

  private static func field(_ name: String, _ value: String) -> String { "\"\(name)\": \"\(value)\"" }

  private func fields(of posting: Assignment, withBeat: Bool) -> String {
    let beat = withBeat ? [Self.field("beat", roster.id(posting.beat))] : []
    return
      ([Self.field("unit", roster.id(posting.unit))] + beat
      + [Self.field("day", posting.day.description), Self.field("shift", roster.id(posting.shift))])
      .joined(separator: ", ")
  }

  /// The commands that do what a decision would let be done.
  func commands(_ decision: Decision) -> [String] {
    let unit = roster.id(decision.move.takes.unit)
    var words: [String] = []
    var before: [String] = []
    for obstacle in decision.obstacles {
      switch obstacle {
      case .locked: break
      case .published: words.append("--reason TEXT")
      case .absence:
        before.append("patrol absent \(quotedFolder) --unit \(unit) --day \(why.question.day) --remove --reason TEXT")
      case .rule: words.append("--force --reason TEXT")
      }
    }
    return before + commands(decision.move, saying: words.max { $0.count < $1.count })
  }

  private func commands(_ move: WayOut.Move, saying words: String? = nil) -> [String] {
    let takes = move.takes
    var before: [String] = []
    var assign =
      "patrol assign \(quotedFolder) --unit \(roster.id(takes.unit)) --beat \(roster.id(takes.beat)) "
      + "--day \(takes.day) --shift \(roster.id(takes.shift))"
    if let leaves = move.leaves {
      if leaves.day == takes.day {
        assign += " --move"
      } else {
        before.append(
          "patrol unassign \(quotedFolder) --unit \(roster.id(leaves.unit)) --day \(leaves.day) "
            + "--shift \(roster.id(leaves.shift))")
      }
    }
    return before + [[assign, words].compactMap { $0 }.joined(separator: " ")]
  }

  /// The folder as a shell takes it.
  private var quotedFolder: String {
    let isPlain = folder.utf8.allSatisfy { Identifier.isAllowed($0) || $0 == UInt8(ascii: "/") }
    return isPlain && !folder.hasPrefix("-")
      ? folder : "'" + folder.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

extension WhyAnswer {
  /// How many rows of a proof are printed unless all are asked for.
  private static let mostRows = 12

  /// The proof, so that a person can check it by hand.
  var proofLines: [String] {
    guard case .cannotBeFilled(let proof) = why.verdict else { return [] }
    return switch proof {
    case .ofTheDay(let proof): lines(proof)
    case .ofASpan(let proof): lines(proof)
    case .ofThePeriod(let proof): PeriodProofText(proof, frame, isVerbose: isVerbose).lines
    }
  }

  private func lines(_ proof: StaffingProof) -> [String] {
    let squares = proof.wants.map { want in
      let state = why.squares.first { $0.square == want.square }
      let words = state == nil ? "held now" : "asked about"
      return ["\(want.units)", frame.cellID(want.square).shown, words]
    }
    let units = proof.supplies.map { supply in
      ["\(supply.most)", roster.id(supply.unit), roster.units[supply.unit.index].callsign.shown]
    }
    let count = { (number: Int, noun: String) in "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let one = proof.wants.count == 1
    let together = one ? "This square wants" : "These \(proof.wants.count) squares want"
    let who =
      proof.supplies.isEmpty
      ? "and no unit could stand in \(one ? "it" : "any of them"), whatever else is planned."
      : "and only \(count(proof.supplies.count, "unit")) could stand in \(one ? "it" : "any of them"), whatever else is "
        + "planned: \(proof.possible) at the most."
    return ["\(together) \(count(proof.wanted, "unit")) on \(proof.asked.day), \(who)"]
      + table(["wants", "square", ""], squares) + (units.isEmpty ? [] : table(["gives", "unit", "callsign"], units))
      + [
        "So at least \(proof.wanted - proof.possible) stays short. Every other unit of the roster is kept from "
          + "\(one ? "it" : "all of them") by what it is, by absence, or by postings that no plan",
        "changes; `patrol who --verbose` with a cell gives the reasons against each.",
      ]
  }

  private func lines(_ proof: SpanProof) -> [String] {
    let tile = proof.tile.map { " " + roster.settings.shifts.tile($0).id } ?? ""
    let sort = [
      proof.forces == .all ? "" : proof.forces.forces.map(\.rawValue).joined(separator: " or "), proof.skill,
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let noun = (sort.isEmpty ? "" : sort + " ") + "unit-shifts"
    return [
      "\(roster.id(proof.place)), \(proof.days.lowerBound)..\(proof.days.upperBound)\(tile): \(proof.needed) \(noun) are needed, "
        + "and its units can work \(proof.possible) at the most (CAP001),",
      "so every plan leaves \(proof.needed - proof.possible) short. Besides this square "
        + "\(proof.missingElsewhere) are short there now: to fill it is to leave another.",
    ].map(\.shown)
  }

  private func table(_ header: [String], _ rows: [[String]]) -> [String] {
    let shown = isVerbose ? rows : Array(rows.prefix(Self.mostRows))
    let rest = rows.count - shown.count
    return TextTable.text(header, shown, numberColumns: 1).split(separator: "\n").map { "  " + $0 }
      + (rest > 0 ? ["  and \(rest) more; --verbose lists them all"] : [])
  }
}
