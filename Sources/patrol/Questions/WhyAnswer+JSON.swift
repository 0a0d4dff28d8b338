import Coverage
import RosterModel

extension WhyAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, cell, verdict, level, squares, considered, ways, decisions, proof
  }

  private struct SquareRow: Encodable {
    var square: String
    var have: Int
    var minimum: Int
    var target: Int
    var gap: Int
    var shortfall: Int
    var held: String?
    var minutesWithout: Int?
  }

  private struct RuleRow: Encodable {
    var rule: String
    var name: String
    var first: Int
    var all: Int
  }

  private struct UnitRow: Encodable {
    var unit: String
    var reasons: [ReasonRow]
  }

  private struct Considered: Encodable {
    var units: Int
    var notAskedFor: Int
    var standing: Int
    var free: Int
    var byLeaving: Int
    var ruledOut: Int
    var rules: [RuleRow]
    var ruledOutUnits: [UnitRow]
  }

  private struct MoveRow: Encodable {
    var takes: PostingRow
    var leaves: PostingRow?
  }

  private struct WayRow: Encodable {
    var cost: Int
    var costParts: [String: Int]
    var closesAll: Bool
    var moves: [MoveRow]
    var reasons: [ReasonRow]
    var commands: [String]
  }

  private struct ObstacleRow: Encodable {
    var kind: String
    var rule: ReasonRow?
    var reason: String?
  }

  private struct DecisionRow: Encodable {
    var move: MoveRow
    var obstacles: [ObstacleRow]
    var commands: [String]
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.3", forKey: .formatVersion)
    try container.encode(frame.cellID(why.question), forKey: .cell)
    try container.encode(verdictWord, forKey: .verdict)
    try container.encodeIfPresent(why.lack?.level.rawValue, forKey: .level)
    try container.encode(
      why.squares.map {
        SquareRow(
          square: frame.cellID($0.square), have: $0.have, minimum: $0.square.minimum, target: $0.square.target,
          gap: $0.gap, shortfall: $0.shortfall, held: held($0.square).map { frame.words($0) },
          minutesWithout: held($0.square)?.minutesWithout)
      }, forKey: .squares)
    try container.encode(considered, forKey: .considered)
    try container.encode(why.ways.map(row), forKey: .ways)
    try container.encode(why.decisions.map(row), forKey: .decisions)
    if case .cannotBeFilled(let proof) = why.verdict {
      try container.encode(ProofRow(proof, frame), forKey: .proof)
    }
  }

  private var verdictWord: String {
    switch why.verdict {
    case .met: "met"
    case .canBeFilled: "can_be_filled"
    case .cannotBeFilled: "cannot_be_filled"
    case .notShown: "not_shown"
    }
  }

  private var considered: Considered {
    let ruledOut = why.ruledOut
    return Considered(
      units: ruledOut.units, notAskedFor: ruledOut.notAskedFor, standing: ruledOut.standing, free: ruledOut.free,
      byLeaving: ruledOut.byLeaving,
      ruledOut: ruledOut.ruledOut.count,
      rules: ruledOut.rules.map { RuleRow(rule: $0.rule.id, name: $0.rule.name, first: $0.first, all: $0.all) },
      ruledOutUnits: ruledOut.ruledOut.map {
        UnitRow(unit: roster.id($0.unit), reasons: $0.reasons.filter(\.isHard).map(ReasonRow.init))
      })
  }

  private func row(_ way: WayOut) -> WayRow {
    WayRow(
      cost: way.outcome.cost.total, costParts: way.outcome.cost.byName, closesAll: way.closesAll,
      moves: way.moves.map(row), reasons: way.outcome.breaks.map { ReasonRow($0) }, commands: commands(way))
  }

  private func row(_ move: WayOut.Move) -> MoveRow {
    MoveRow(takes: PostingRow(move.takes, roster), leaves: move.leaves.map { PostingRow($0, roster) })
  }

  private func row(_ decision: Decision) -> DecisionRow {
    DecisionRow(
      move: row(decision.move),
      obstacles: decision.obstacles.map { obstacle in
        switch obstacle {
        case .locked: ObstacleRow(kind: "locked")
        case .published: ObstacleRow(kind: "published")
        case .absence(let absence): ObstacleRow(kind: "absence", reason: absence.reason.rawValue)
        case .rule(let reason): ObstacleRow(kind: "rule", rule: ReasonRow(reason))
        }
      }, commands: commands(decision))
  }
}

/// A proof that no plan fills a cell, in JSON.
struct ProofRow: Encodable {
  /// A square of the set.
  struct Want: Encodable {
    var square: String
    var units: Int
    /// In a proof of the period, what each of them counts, and whether the escorts of the units are meant.
    var weight: Int?
    var escorts: Bool?
  }

  /// A unit that could stand in one of them.
  struct Supply: Encodable {
    var unit: String
    var most: Int
  }

  /// The days and the place of a span.
  struct Span: Encodable {
    var place: String
    var force: String?
    var skill: String?
    var firstDay: String
    var lastDay: String
    var shift: String?
    var missingElsewhere: Int
  }

  /// `day`, `span` or `period`.
  var kind: String
  /// The square that is proven; absent where several were asked about.
  var asked: String?
  /// Whether it holds whatever else is left empty.
  var whateverElse: Bool
  var wanted: Int
  var possible: Int
  var squares: [Want]?
  var units: [Supply]?
  var span: Span?
  /// In a proof of the period, what postings bring that no plan changes.
  var settled: Int?

  init(_ proof: PeriodProof, _ frame: RosterFrame) {
    kind = "period"
    asked = proof.asked.count == 1 ? frame.cellID(proof.asked[0]) : nil
    whateverElse = Set(proof.wants.map(\.square.index)).isSubset(of: proof.asked.map(\.index))
    wanted = proof.wanted
    possible = proof.possible
    squares = proof.wants.map {
      Want(square: frame.cellID($0.square), units: $0.units, weight: $0.weight, escorts: $0.areEscorts)
    }
    units = proof.supplies.map { Supply(unit: frame.roster.id($0.unit), most: $0.most) }
    settled = proof.settled
  }

  init(_ proof: CellWhy.Proof, _ frame: RosterFrame) {
    switch proof {
    case .ofThePeriod(let proof): self = ProofRow(proof, frame)
    case .ofTheDay(let proof):
      kind = "day"
      asked = frame.cellID(proof.asked)
      whateverElse = proof.isWhateverElse
      wanted = proof.wanted
      possible = proof.possible
      squares = proof.wants.map { Want(square: frame.cellID($0.square), units: $0.units) }
      units = proof.supplies.map { Supply(unit: frame.roster.id($0.unit), most: $0.most) }
    case .ofASpan(let proof):
      kind = "span"
      asked = frame.cellID(proof.asked)
      whateverElse = false
      wanted = proof.needed
      possible = proof.possible
      span = Span(
        place: frame.roster.id(proof.place),
        force: proof.forces == .all ? nil : proof.forces.forces.map(\.rawValue).joined(separator: ";"),
        skill: proof.skill.isEmpty ? nil : proof.skill, firstDay: proof.days.lowerBound.description,
        lastDay: proof.days.upperBound.description, shift: proof.tile.map { frame.roster.settings.shifts.tile($0).id },
        missingElsewhere: proof.missingElsewhere)
    }
  }
}
