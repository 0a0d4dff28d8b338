import RosterModel

/// A rule that is broken in a roster as it would stand after edits.
public struct Break: Hashable, Sendable {
  /// What was found, in numbers.
  enum Fact: Hashable, Sendable {
    /// By a rule about a unit's postings; the posting to blame, where there is one.
    case ofUnit(Violation, Assignment?)
    /// By a rule of escort in a cell; the first posting of the escorted force there.
    case ofCell(GridCell, EscortCheck, Assignment?)
  }

  /// The rule.
  public let rule: RuleInfo
  /// How serious it is for that force, in that district, on that day.
  public let severity: Severity
  /// Whether a waiver of the roster accepts it.
  public let isWaived: Bool
  /// Whether the edits make it, or make it worse; it was there before otherwise.
  public let isNew: Bool
  /// Whose postings break it; `nil` where it is about a cell.
  public let unit: UnitReference?
  /// The duty day it is found at; `nil` for the period as a whole.
  public let day: Day?
  /// What was found.
  public let measured: Int
  /// What the rule allows.
  public let bound: Int
  /// What is broken, for a dispatcher: `rest 8 h < 12 h after B on 4 Dec`.
  public let message: String

  let fact: Fact

  /// Whether it makes the edits illegal: planning never does such a thing, and people do it only by force.
  public var isHard: Bool { severity == .error && !isWaived }
}

extension RosterFrame {
  /// A unit's break as the judge gives it.
  func makeBreak(_ violation: Violation, _ posting: Assignment?, isNew: Bool) -> Break {
    let rule = UnitRules.all[violation.rule]
    return Break(
      rule: rule.info, severity: severity(of: violation), isWaived: isWaived(violation), isNew: isNew,
      unit: UnitReference(Int(violation.unit)), day: violation.day.map { day(Int($0)) }, measured: violation.measured,
      bound: violation.bound, message: rule.text(of: violation, in: self), fact: .ofUnit(violation, posting))
  }

  /// A cell's break as the judge gives it; `nil` where its rule is off there.
  func makeBreak(_ cell: GridCell, _ check: EscortCheck, _ posting: Assignment?, isNew: Bool) -> Break? {
    guard let rule = check.brokenRule else { return nil }
    let severity = severity(of: check, in: cell)
    guard severity != .off else { return nil }
    return Break(
      rule: rule, severity: severity, isWaived: waivers.accept(rule, subject(of: cell)), isNew: isNew, unit: nil,
      day: day(cell.offset), measured: check.escorted, bound: check.room,
      message: "\(roster.beats[cell.beat].id) \(tileID(cell.tile)): \(check.words)",
      fact: .ofCell(cell, check, posting))
  }

  /// Whether a waiver accepts a unit's break.
  func isWaived(_ violation: Violation) -> Bool {
    waivers.accept(UnitRules.all[violation.rule].info, subject(of: violation))
  }

  /// How serious a cell's break of a rule of escort is; off where none is broken.
  func severity(of check: EscortCheck, in cell: GridCell) -> Severity {
    guard let rule = check.brokenRule else { return .off }
    return policy.severity(
      of: rule,
      at: RuleSite(
        force: check.rule.force, district: districtID(places.districtOfBeat[cell.beat]), day: day(cell.offset)))
  }

  /// Whether a cell's escorts are worse after edits than before: more units lack one, or what is broken is more
  /// serious.
  func isWorse(_ now: EscortCheck, than before: EscortCheck, in cell: GridCell) -> Bool {
    guard now.excess > 0 else { return false }
    return now.excess > before.excess || severity(of: now, in: cell) > severity(of: before, in: cell)
  }

  /// The finding that the validator has of a break.
  public func finding(of broken: Break) -> Finding {
    switch broken.fact {
    case .ofUnit(let violation, let posting):
      Finding(
        rule: broken.rule, severity: broken.severity, subject: subject(of: violation),
        location: location(of: violation, posting), message: message(violation, broken.message),
        data: data(violation, posting))
    case .ofCell(let cell, let check, let posting):
      Finding(
        rule: broken.rule, severity: broken.severity, subject: subject(of: cell),
        location: posting.flatMap { .row(of: $0, "unit") }, message: message(cell, check), data: check.data)
    }
  }
}
