import Coverage
import Planner
import RosterModel
import Screen

/// What `patrol why` answers of many gaps.
struct ManyAnswer {
  /// What is said of all of them together.
  enum Verdict: String {
    case met
    case canBeFilled = "can_be_filled"
    case cannotBeFilled = "cannot_be_filled"
    case notShown = "not_shown"
  }

  let many: ManyGaps
  let frame: RosterFrame
  /// Whether everything that a proof counts is listed.
  let isVerbose: Bool

  /// A proof that some stay; else whether a plan was found that fills all.
  var verdict: Verdict {
    if many.gaps.isEmpty { return .met }
    if many.atLeast > 0 { return .cannotBeFilled }
    return many.leftByPlanning == 0 ? .canBeFilled : .notShown
  }
}

extension ManyAnswer {
  /// The answer for people.
  var text: String {
    guard !many.gaps.isEmpty else { return "met: nothing is missing" }
    let parts = [headLines, proofLines, remedyLines]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var headLines: [String] {
    let days = many.gaps.map(\.square.day)
    let span = "\(days.min() ?? frame.day(0)) to \(days.max() ?? frame.day(0))"
    let squares = many.gaps.count
    let head =
      "\(squares) square\(squares == 1 ? "" : "s") below minimum, \(many.missing) "
      + "unit\(many.missing == 1 ? "" : "s") missing, \(span)"
    switch verdict {
    case .met, .canBeFilled:
      return [
        head,
        "can be filled: a plan was found that leaves no other square emptier; `patrol repair` and `patrol plan --replan` "
          + "look for one",
      ]
    case .cannotBeFilled:
      let again = many.leftByPlanning.map { many.missing - $0 } ?? 0
      return [
        head,
        "at least \(many.atLeast) of these \(many.missing) cannot be filled by any plan without leaving another square "
          + "emptier: proof",
      ] + (again > 0 ? ["planning again closes \(again) of them"] : [])
    case .notShown:
      return [
        head,
        "not shown either way: the best plan found leaves \(many.leftByPlanning ?? many.missing) missing, and there is no proof",
      ]
    }
  }

  private var proofLines: [String] {
    many.proof.map { PeriodProofText($0, frame, isVerbose: isVerbose).lines } ?? []
  }

  private var remedyLines: [String] {
    guard !many.remedies.isEmpty else { return [] }
    let rows = many.remedies.map { remedy in
      ["\(max(0, many.missing - remedy.left))", "\(remedy.left)", words(of: remedy).shown]
    }
    let table = TextTable.text(["closes", "left", "by"], rows, numberColumns: 2)
    return ["what would close them, each tried on a copy of the roster:"]
      + table.split(separator: "\n").map { "  " + $0 }
  }

  private func words(of remedy: Remedy) -> String {
    switch remedy.kind {
    case .units(let count, let like, let home):
      let unit = frame.roster.units[like.index]
      return "\(count) more \(unit.force.rawValue) unit\(count == 1 ? "" : "s") on \(regime(unit.regime)), as "
        + "\(unit.id), at \(frame.roster.id(home))"
    case .hours(let reference, let from, let to):
      return "max_hours of \(regime(reference)) from \(from / 60) to \(to / 60)"
    case .limit(let reference, let key): return "\(regime(reference)) without \(key)"
    }
  }

  private func regime(_ reference: RegimeReference) -> String { frame.roster.settings.regimes[reference.index].name }
}

extension ManyAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, verdict, missing, atLeast, leftByPlanning, squares, proof, remedies
  }

  private struct SquareRow: Encodable {
    var square: String
    var gap: Int
  }

  private struct RemedyRow: Encodable {
    var kind: String
    var closes: Int
    var left: Int
    var count: Int?
    var like: String?
    var force: String?
    var home: String?
    var regime: String?
    var key: String?
    var fromHours: Int?
    var toHours: Int?
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.3", forKey: .formatVersion)
    try container.encode(verdict.rawValue, forKey: .verdict)
    try container.encode(many.missing, forKey: .missing)
    try container.encode(many.atLeast, forKey: .atLeast)
    try container.encodeIfPresent(many.leftByPlanning, forKey: .leftByPlanning)
    try container.encode(
      many.gaps.map { SquareRow(square: frame.cellID($0.square), gap: $0.gap) }, forKey: .squares)
    try container.encodeIfPresent(many.proof.map { ProofRow($0, frame) }, forKey: .proof)
    try container.encode(many.remedies.map(row), forKey: .remedies)
  }

  private func row(_ remedy: Remedy) -> RemedyRow {
    var row = RemedyRow(kind: "", closes: max(0, many.missing - remedy.left), left: remedy.left)
    switch remedy.kind {
    case .units(let count, let like, let home):
      let unit = frame.roster.units[like.index]
      row.kind = "units"
      row.count = count
      row.like = unit.id
      row.force = unit.force.rawValue
      row.home = frame.roster.id(home)
      row.regime = regime(unit.regime)
    case .hours(let reference, let from, let to):
      row.kind = "hours"
      row.regime = regime(reference)
      row.key = "max_hours"
      row.fromHours = from / 60
      row.toHours = to / 60
    case .limit(let reference, let key):
      row.kind = "limit"
      row.regime = regime(reference)
      row.key = key
    }
    return row
  }
}

extension CellWhy {
  /// Asks the engine where nothing is shown: for a proof over the period, else for a plan that fills it as one act.
  mutating func ask(_ prover: FillProver?, effort: FillProver.Effort) throws(PlanError) {
    guard let prover, let lack, verdict == .notShown else { return }
    for square in lack.squares {
      if let proof = try prover.prove([square], upTo: lack.level).proof {
        verdict = .cannotBeFilled(.ofThePeriod(proof))
        return
      }
    }
    guard let way = try prover.way(filling: lack, effort: effort) else { return }
    ways.insert(way, at: 0)
    verdict = .canBeFilled
  }
}
