import RosterModel

/// Tries changes of a roster: what each would break, leave empty and cost.
///
/// It keeps a grid of its own and takes every change back. It runs the rules of the catalogue about units and escorts,
/// so what is legal here gives no new hard finding of those.
public struct RosterTrial {
  /// The roster as it stands.
  public private(set) var grid: CoverageGrid

  private var timeline: UnitTimeline
  private let rules: [Int]
  private let loads: GroupLoads
  private let wishes: [UnitReference: [Request]]

  /// A trial of a roster; O(units + assignments + requests).
  ///
  /// - Parameter requests: the roster's requests.
  public init(_ grid: CoverageGrid) {
    self.grid = grid
    let frame = grid.frame
    timeline = UnitTimeline(frame)
    rules = UnitRules.all.indices.filter { frame.policy.strictest(of: UnitRules.all[$0].info) != .off }
    loads = GroupLoads(grid)
    wishes = Dictionary(grouping: frame.roster.requests, by: \.unit)
  }

  /// What a change would do.
  ///
  /// O(postings of the units + squares of the beats' days that are touched).
  public mutating func outcome(of edits: [Edit]) -> TrialOutcome {
    let touched = TouchedParts(edits, grid)
    let before = look(at: touched)
    for edit in edits { grid.apply(edit) }
    let after = look(at: touched)
    for edit in edits.reversed() { grid.apply(edit.inverse) }
    var breaks = after.violations.filter { !grid.frame.isCovered($0, by: before.violations) }.map(reason)
    for (now, then) in zip(after.escorts, before.escorts) { breaks += escortBreaks(now, then) }
    breaks = breaks.filter { $0.reason.severity != .off }
    var outcome = TrialOutcome(
      breaks: breaks.filter(\.reason.isHard) + breaks.filter { !$0.reason.isHard }, gaps: [],
      cost: after.cost - before.cost)
    outcome.cost.rules = breaks.reduce(0) { $0 + weight(of: $1.reason) }
    for (now, then) in zip(after.squares, before.squares) where now.gap != then.gap {
      outcome.gaps.append(.init(square: now.square, have: now.have, more: now.gap - then.gap))
    }
    return outcome
  }

  /// Makes a change, so that what is tried next is tried after it.
  public mutating func apply(_ edits: [Edit]) { for edit in edits { grid.apply(edit) } }

  /// What would be lacking after a change of what is lacking now, at the same level.
  mutating func lacking(_ lack: CellLack, after edits: [Edit]) -> Int {
    apply(edits)
    let lacking = lack.squares.reduce(0) { $0 + (grid.state($1.square.index)?.lack(of: lack.level) ?? 0) }
    apply(edits.reversed().map(\.inverse))
    return lacking
  }

  /// What planning counts for a break of a rule that is less than an error.
  private func weight(of reason: Reason) -> Int {
    guard reason.severity == .warning else { return 0 }
    return EditCost.clamped(grid.frame.roster.settings.weights.rules[reason.rule.name] ?? Weights.defaultForRule)
  }
}

extension RosterTrial {
  /// What is to be compared before and after.
  private struct Look {
    var violations: [Violation] = []
    var squares: [SquareState] = []
    var escorts: [(cell: TouchedParts.Cell, tile: Int, check: EscortCheck)] = []
    var cost = EditCost()
  }

  private mutating func look(at touched: TouchedParts) -> Look {
    var look = Look()
    let frame = grid.frame
    let weights = frame.roster.settings.weights
    for unit in touched.units {
      timeline.load(unit, from: grid)
      UnitRules.check(timeline, rules, into: &look.violations)
      look.cost.fairness += loads.cost(timeline)
      add(timeline, to: &look.cost)
    }
    for index in touched.squares {
      guard let state = grid.state(index) else { continue }
      look.squares.append(state)
      look.cost.gap += state.gap * EditCost.clamped(weights.gap)
      look.cost.shortfall += state.shortfall * EditCost.clamped(weights.shortfall)
      look.cost.surplus += state.surplus * EditCost.clamped(weights.surplus)
    }
    for cell in touched.cells {
      for tile in 0..<frame.tiles {
        for rule in frame.roster.settings.escorts {
          look.escorts.append((cell, tile, grid.check(rule, beat: cell.beat, offset: cell.offset, tile: tile)))
        }
      }
    }
    return look
  }

  private func add(_ timeline: UnitTimeline, to cost: inout EditCost) {
    let frame = grid.frame
    let weights = frame.roster.settings.weights
    let unit = frame.roster.units[timeline.unit]
    var last: Int32?
    for entry in timeline.entries {
      if entry.isInPeriod {
        cost.farFromHome +=
          frame.roster.distance(from: unit.home, to: frame.roster.beats[Int(entry.beat)])
          * EditCost.clamped(weights.farFromHome)
        if let last, last != entry.beat { cost.continuity += EditCost.clamped(weights.continuity) }
      }
      last = entry.beat
    }
    for request in wishes[UnitReference(timeline.unit)] ?? [] {
      let missed = request.missedDays(timeline)
      cost.request += missed * EditCost.clamped(EditCost.clamped(request.weight) * EditCost.clamped(weights.request))
    }
  }

  private func reason(_ violation: Violation) -> TrialOutcome.Break {
    let frame = grid.frame
    let rule = UnitRules.all[violation.rule]
    return .init(
      unit: UnitReference(Int(violation.unit)),
      reason: Reason(
        rule: rule.info, severity: frame.severity(of: violation),
        message: rule.text(of: violation, in: frame)))
  }

  private func escortBreaks(
    _ now: (cell: TouchedParts.Cell, tile: Int, check: EscortCheck),
    _ then: (cell: TouchedParts.Cell, tile: Int, check: EscortCheck)
  ) -> [TrialOutcome.Break] {
    let frame = grid.frame
    let site = RuleSite(
      force: now.check.rule.force, district: frame.districtID(frame.places.districtOfBeat[now.cell.beat]),
      day: frame.day(now.cell.offset))
    let beat = "\(frame.roster.beats[now.cell.beat].id) \(frame.tileID(now.tile)): "
    func found(_ rule: RuleInfo, _ words: String) -> [TrialOutcome.Break] {
      [.init(reason: Reason(rule: rule, severity: frame.policy.severity(of: rule, at: site), message: beat + words))]
    }
    if now.check.isWithoutEscort, !then.check.isWithoutEscort || now.check.escorted > then.check.escorted {
      return found(VolunteerWithoutEscort.info, VolunteerWithoutEscort.words(now.check))
    }
    guard now.check.isBeyondEscort,
      !then.check.isBeyondEscort || now.check.escorted - now.check.room > then.check.escorted - then.check.room
    else { return [] }
    return found(TooManyVolunteersPerEscort.info, TooManyVolunteersPerEscort.words(now.check))
  }
}

extension Request {
  /// On how many days of the period the unit's postings do not meet it.
  fileprivate func missedDays(_ timeline: UnitTimeline) -> Int {
    let frame = timeline.frame
    return (0..<frame.days).count { offset in
      guard days.contains(frame.day(offset)) else { return false }
      let own = timeline.entries.filter { Int($0.day) == offset }
      let isSo =
        switch matter {
        case .off: own.isEmpty
        case .anyShift: !own.isEmpty
        case .shift(let shift): own.contains { $0.shift == shift.raw }
        }
      return isSo != (wish == .want)
    }
  }
}
