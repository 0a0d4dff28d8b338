import Coverage
import RosterModel

extension WhoAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, cell, isPublished, summary, units
  }

  private struct Summary: Encodable {
    var free: Int
    var byLeaving: Int
    var cannot: Int
    var refused: Int
  }

  private struct CallRow: Encodable {
    var at: String
    var answer: String
    var by: String
    var note: String
    var day: String
    var shift: String
    var beat: String
  }

  private struct UnitRow: Encodable {
    var unit: String
    var callsign: String
    var force: String
    var beat: String
    var shift: String
    var legal: Bool
    var isAway: Bool
    var cost: Int?
    var costParts: [String: Int]?
    var distance: Int
    var minutes: Int
    var limitMinutes: Int?
    var weekMinutes: Int
    var weekLimitMinutes: Int?
    var lastCall: CallRow?
    var hasRefused: Bool
    var leaves: PostingRow?
    var gaps: [GapChangeRow]
    var reasons: [ReasonRow]
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.3", forKey: .formatVersion)
    try container.encode(frame.cellID(question), forKey: .cell)
    try container.encode(isPublished, forKey: .isPublished)
    try container.encode(
      Summary(free: fillers.free, byLeaving: fillers.byLeaving, cannot: list.illegal, refused: refused),
      forKey: .summary)
    try container.encode(candidates.map(row), forKey: .units)
  }

  private func row(_ call: Call) -> CallRow {
    CallRow(
      at: call.at, answer: call.answer.rawValue, by: call.by, note: call.note, day: call.day.description,
      shift: frame.roster.id(call.shift), beat: frame.roster.id(call.beat))
  }

  private func row(_ phoned: PhonedCandidate) -> UnitRow {
    let (candidate, callOut) = (phoned.candidate, phoned.callOut)
    let unit = frame.roster.units[candidate.unit.index]
    return UnitRow(
      unit: unit.id, callsign: unit.callsign, force: unit.force.rawValue, beat: frame.roster.id(candidate.beat),
      shift: frame.roster.id(candidate.shift), legal: candidate.isLegal, isAway: candidate.isAway,
      cost: candidate.isLegal ? candidate.cost.total : nil,
      costParts: candidate.isLegal ? candidate.cost.byName : nil, distance: candidate.distance,
      minutes: callOut.periodMinutes, limitMinutes: callOut.periodLimit, weekMinutes: callOut.weekMinutes,
      weekLimitMinutes: callOut.weekLimit, lastCall: callOut.lastCall.map(row), hasRefused: callOut.hasRefused,
      leaves: candidate.leaves.map { PostingRow($0, frame.roster) },
      gaps: candidate.gaps.map { GapChangeRow($0, frame) }, reasons: candidate.reasons.map(ReasonRow.init))
  }
}

extension EditCost {
  /// The parts by the names of the weights, as JSON has them.
  var byName: [String: Int] { Dictionary(parts.map { ($0.name, $0.cost) }) { first, _ in first } }
}

struct PostingRow: Encodable {
  var unit: String
  var day: String
  var shift: String
  var beat: String

  init(_ posting: Assignment, _ roster: Roster) {
    unit = roster.id(posting.unit)
    day = posting.day.description
    shift = roster.id(posting.shift)
    beat = roster.id(posting.beat)
  }
}

/// A square whose gap a change would open or close, in JSON.
struct GapChangeRow: Encodable {
  var square: String
  var have: Int
  var minimum: Int
  /// By how many units the gap grows; negative where it closes.
  var more: Int

  init(_ change: Judgement.GapChange, _ frame: RosterFrame) {
    square = frame.cellID(change.square)
    have = change.have
    minimum = change.square.minimum
    more = change.more
  }
}

/// What speaks against a posting, in JSON.
struct ReasonRow: Encodable {
  var rule: String
  var name: String
  var severity: String
  var message: String
  /// Whether a waiver accepts it.
  var isWaived: Bool

  init(_ reason: Break) {
    rule = reason.rule.id
    name = reason.rule.name
    severity = reason.severity.rawValue
    message = reason.message
    isWaived = reason.isWaived
  }
}
