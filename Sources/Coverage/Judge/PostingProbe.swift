import RosterModel

/// Asks the judge's question of one posting of one unit at a time, for callers that ask it of thousands.
///
/// It makes no edit: the posting is considered in the unit's timeline, and what the escorts lose or gain is counted.
/// What it says is what `Judge` says of the same edits, to which a property test holds it. Loaded with one unit, it may
/// be asked about many days, shifts and beats; its storage is used again for the next unit.
struct PostingProbe {
  private let grid: CoverageGrid
  private let frame: RosterFrame
  private let dateRules: [Int]
  private let beatRules: [Int]
  /// Whether only hard breaks are looked for.
  private let seeksHard: Bool
  private var was: [Violation] = []
  private var left: [Violation] = []
  private var after: [Violation] = []
  private var leaving: Assignment?
  private var missing: Assignment?
  private(set) var timeline: UnitTimeline

  /// A probe of a roster as it stands.
  ///
  /// - Parameter seeksHard: whether only breaks that make a posting illegal are looked for, which is faster.
  init(_ grid: CoverageGrid, seeksHard: Bool = false) {
    self.grid = grid
    frame = grid.frame
    self.seeksHard = seeksHard
    timeline = UnitTimeline(grid.frame)
    let policy = grid.frame.policy
    let rules = UnitRules.all.indices.filter {
      seeksHard ? policy.isHard(UnitRules.all[$0].info) : policy.strictest(of: UnitRules.all[$0].info) != .off
    }
    dateRules = rules.filter { !(UnitRules.all[$0] is any BeatRule.Type) }
    beatRules = rules.filter { UnitRules.all[$0] is any BeatRule.Type }
  }

  /// Turns to a unit.
  ///
  /// - Parameters:
  ///   - leaving: a posting of it that it would leave; `nil` for none.
  ///   - missing: a posting of it that is taken not to stand there, now or then; `nil` for none.
  mutating func load(_ unit: Int, leaving: Assignment? = nil, without missing: Assignment? = nil) {
    self.leaving = leaving
    self.missing = missing
    timeline.load(unit, from: grid)
    if let missing, let slot = grid.slot(of: missing) { timeline.drop(slot) }
    was.removeAll(keepingCapacity: true)
    UnitRules.check(timeline, dateRules, into: &was)
    left.removeAll(keepingCapacity: true)
    guard let leaving, let slot = grid.slot(of: leaving) else { return left.append(contentsOf: was) }
    timeline.drop(slot)
    UnitRules.check(timeline, dateRules, into: &left)
  }

  /// What a posting of the unit would break by its date.
  mutating func breaks(day: Int, shift: Int, beat: Int) -> [Violation] {
    let position = timeline.consider(day: day, shift: shift, beat: beat, in: grid)
    after.removeAll(keepingCapacity: true)
    UnitRules.check(timeline, dateRules, into: &after)
    timeline.take(position)
    return after.filter { violation in
      isSought(violation) && frame.isNew(violation, was: was, left: left, now: after)
    }
  }

  /// Whether a posting of the unit would count and break nothing by its date that makes it illegal.
  mutating func isLegal(day: Int, shift: Int, beat: Int) -> Bool {
    !isAway(day: day, shift: shift)
      && !breaks(day: day, shift: shift, beat: beat).contains { isHard($0) }
  }

  /// Whether the unit is absent for a shift.
  func isAway(day: Int, shift: Int) -> Bool {
    grid.absences.isAbsent(timeline.unit, day, shift: shift, clock: frame.clock)
  }

  /// What a posting of the unit would break, hard breaks first.
  mutating func judge(day: Int, shift: Int, beat: Int) -> [Break] {
    var found = beatBreaks(day: day, shift: shift, beat: beat).map { frame.makeBreak($0, nil, isNew: true) }
    for violation in breaks(day: day, shift: shift, beat: beat) {
      found.append(frame.makeBreak(violation, violation.slot.map { grid.slots[Int($0)] }, isNew: true))
    }
    for (cell, check) in worseEscorts(day: day, shift: shift, beat: beat) {
      let posting = grid.firstPosting(of: check.rule.force, in: cell)
      if let broken = frame.makeBreak(cell, check, posting, isNew: true) { found.append(broken) }
    }
    return found.filter(\.isHard) + found.filter { !$0.isHard }
  }

  /// What standing on a beat breaks; a posting of an absent unit does not count, so nothing but the absence is against
  /// it.
  private func beatBreaks(day: Int, shift: Int, beat: Int) -> [Violation] {
    guard !isAway(day: day, shift: shift) else { return [] }
    return beatRules.compactMap { rule in
      guard let forbidding = UnitRules.all[rule] as? any BeatRule.Type,
        forbidding.forbids(timeline.unit, beat, in: frame)
      else { return nil }
      let violation = Violation(
        rule: rule, unit: Int32(timeline.unit), day: Int32(day), shift: Int32(shift), beat: Int32(beat), measured: 1,
        bound: 0)
      return isSought(violation) ? violation : nil
    }
  }

  /// The cells in which escorts would be worse than before, by what the unit takes and what it leaves.
  func worseEscorts(day: Int, shift: Int, beat: Int) -> [(GridCell, EscortCheck)] {
    guard !frame.roster.settings.escorts.isEmpty else { return [] }
    var cells: [GridCell] = []
    var before: [Int] = []
    var changes: [Int] = []
    func note(_ beat: Int, _ offset: Int, _ shift: Int, before amount: Int, change: Int) {
      for tile in frame.clock.tilesOfShift[shift] {
        let cell = GridCell(beat: beat, offset: offset, tile: Int(tile))
        if let known = cells.firstIndex(of: cell) {
          before[known] += amount
          changes[known] += change
        } else {
          cells.append(cell)
          before.append(amount)
          changes.append(change)
        }
      }
    }
    func note(_ posting: Assignment?, before amount: Int, change: Int) {
      guard let posting, let slot = grid.slot(of: posting), grid.counting[Int(slot)],
        let offset = frame.offset(of: posting.day)
      else { return }
      note(posting.beat.index, offset, posting.shift.index, before: amount, change: change)
    }
    note(missing, before: -1, change: 0)
    note(leaving, before: 0, change: -1)
    if !isAway(day: day, shift: shift) { note(beat, day, shift, before: 0, change: 1) }
    return cells.indices.filter { changes[$0] != 0 }.flatMap {
      grid.escorts(in: cells[$0], after: before[$0], worseBy: changes[$0], of: force)
    }
  }

  private var force: Force { frame.roster.units[timeline.unit].force }

  private func isSought(_ violation: Violation) -> Bool {
    seeksHard ? isHard(violation) : frame.severity(of: violation) != .off
  }

  private func isHard(_ violation: Violation) -> Bool {
    frame.severity(of: violation) == .error && !frame.isWaived(violation)
  }
}

extension CoverageGrid {
  /// The rules of escort that are worse in a cell once units of a force have come or gone.
  ///
  /// - Parameter first: how many have come or gone before; what is worse is measured from there.
  func escorts(
    in cell: GridCell, after first: Int = 0, worseBy change: Int, of force: Force
  ) -> [(GridCell, EscortCheck)] {
    frame.roster.settings.escorts.compactMap { rule in
      let then = check(rule, beat: cell.beat, offset: cell.offset, tile: cell.tile).adding(force, first)
      let now = then.adding(force, change)
      return frame.isWorse(now, than: then, in: cell) ? (cell, now) : nil
    }
  }

  /// Whether units of a force may come or go in the tiles of a shift without an escort being lacking that makes it
  /// illegal.
  func escortsAllow(_ change: Int, of force: Force, beat: Int, offset: Int, shift: Int) -> Bool {
    !frame.clock.tilesOfShift[shift].contains { tile in
      let cell = GridCell(beat: beat, offset: offset, tile: Int(tile))
      return escorts(in: cell, worseBy: change, of: force).contains { cell, check in
        guard let rule = check.brokenRule, frame.severity(of: check, in: cell) == .error else { return false }
        return !frame.waivers.accept(rule, frame.subject(of: cell))
      }
    }
  }
}
