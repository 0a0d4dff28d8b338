import RosterModel

extension CoverageGrid {
  /// The units that could take one more place of what is asked about, best first: legal ones by what planning would
  /// count for them, then the others by what speaks against them; then by distance, hours so far and id.
  ///
  /// Each is offered in the shift that speaks least against it: the cell's tile, or a duty of its regime that covers
  /// it. A unit that only what it does on that day keeps away is offered as one that leaves its posting there, unless
  /// that is locked, published, or one of several. For a place of many beats each unit is offered on the beat that
  /// suits it best among the nearest. Units that already stand there are left out.
  ///
  /// The desk, `who`, `gaps` and `why` count by this list. O(units × their postings).
  ///
  /// - Parameters:
  ///   - listsUnreachable: whether units are listed that only stand too far from home, which costs more; they are
  ///     counted.
  ///   - listsAll: whether units are listed too that no square asked about counts.
  public func candidates(
    for question: CellQuestion, listsUnreachable: Bool = true, listsAll: Bool = false
  ) -> CandidateList {
    guard let offset = frame.offset(of: question.day), (0..<frame.tiles).contains(question.tile) else {
      return CandidateList(candidates: [], unreachable: 0)
    }
    let squares = squares(of: question)
    let beats = beats(of: question)
    let finder = CandidateFinder(self)
    var probe = PostingProbe(self)
    let hides = !listsUnreachable && frame.policy.isHardEverywhere(PostedBeyondReach.info)
    let named = hides ? frame.waivers.units(in: frame.roster, named: [PostedBeyondReach.info]) : []
    var list = CandidateList(candidates: [], unreachable: 0)
    for unit in frame.roster.units.indices {
      let isAskedFor = counts(unit, for: question, squares)
      guard isAskedFor || listsAll else { continue }
      if hides, !named.contains(unit), beats.allSatisfy({ PostedBeyondReach.forbids(unit, $0, in: frame) }) {
        list.unreachable += 1
        continue
      }
      guard var candidate = finder.appraisal(unit, beats, offset, question.tile, &probe)?.candidate else { continue }
      candidate.isAskedFor = isAskedFor
      list.candidates.append(candidate)
    }
    list.candidates = priced(list.candidates, day: question.day).sorted(by: Candidate.precedes)
    return list
  }

  /// Asks the judge what the legal ones would cost.
  private func priced(_ found: [Candidate], day: Day) -> [Candidate] {
    guard found.contains(where: \.isLegal) else { return found }
    var grid = self
    var judge = Judge(frame)
    return found.map { candidate in
      guard candidate.isLegal else { return candidate }
      var candidate = candidate
      let judgement = judge.judgement(of: candidate.edits(on: day), on: &grid)
      candidate.cost = judgement.cost
      candidate.gaps = judgement.gaps
      return candidate
    }
  }
}

/// Appraises units for a cell, one at a time: on which beat and in which shift each would stand best, and what it must
/// leave.
struct CandidateFinder {
  /// The nearest beats that are tried for what suits a unit best.
  static let nearest = 4

  private let grid: CoverageGrid
  private let frame: RosterFrame
  let firm: FirmPostings
  /// Whether what speaks against a unit by its date may differ from beat to beat.
  private let variesByBeat: Bool

  init(_ grid: CoverageGrid) {
    self.grid = grid
    frame = grid.frame
    firm = FirmPostings(grid)
    variesByBeat = DistrictClasses(grid.frame, of: UnitRules.ofDates.map { UnitRules.all[$0].info }).count > 1
  }

  /// A unit for a cell, as it stands and as it would be by leaving what it does on that day.
  struct Appraisal {
    /// Without leaving anything.
    var asItStands: Candidate
    /// Without the one posting of that day; `nil` where it need not or may not leave it, or there is not one.
    var leaving: Candidate?

    /// As it is offered.
    var candidate: Candidate { leaving ?? asItStands }
  }

  /// A unit for beats in a tile of a day; `nil` where it stands there already, or there is no beat for it.
  func appraisal(
    _ unit: Int, _ beats: [Int], _ offset: Int, _ tile: Int, _ probe: inout PostingProbe
  ) -> Appraisal? {
    let own = grid.postings(of: unit, offset)
    if beats.isEmpty || own.contains(where: { stands($0, in: beats, tile) }) { return nil }
    let order = beatsWorthTrying(for: unit, beats)
    probe.load(unit)
    var appraisal = Appraisal(asItStands: best(&probe, unit, order, offset, tile))
    guard !appraisal.asItStands.isLegal, own.count == 1, firm.mayMove(own[0]) else { return appraisal }
    probe.load(unit, leaving: own[0])
    appraisal.leaving = best(&probe, unit, order, offset, tile)
    appraisal.leaving?.leaves = own[0]
    return appraisal
  }

  /// The beats in the order in which they are tried: the nearest first of those that the rules about beats leave it,
  /// then the others.
  func beatsWorthTrying(for unit: Int, _ beats: [Int]) -> [Int] {
    guard beats.count > 1 else { return beats }
    let home = frame.roster.units[unit].home
    let keys = beats.map { beat in
      let isShut = UnitRules.ofBeats.contains { frame.policy.isHard($0.info) && $0.forbids(unit, beat, in: frame) }
      return (isShut ? 1 : 0, frame.roster.distance(from: home, to: frame.roster.beats[beat]), beat)
    }
    return keys.sorted { $0 < $1 }.map(\.2)
  }

  /// The beat and shift with least against them: of the nearest beats, or where none of these is legal and another may
  /// be, of the first one that is.
  private func best(
    _ probe: inout PostingProbe, _ unit: Int, _ beats: [Int], _ offset: Int, _ tile: Int
  ) -> Candidate {
    let minutes = probe.timeline.entries.reduce(0) { $0 + ($1.isInPeriod ? $1.minutes : 0) }
    let shifts = frame.shifts(ofUnit: unit, inTile: tile)
    var best: Candidate?
    for (position, beat) in beats.enumerated() {
      if position >= Self.nearest, let best, best.isLegal || !isOfBeat(best) { break }
      for shift in shifts {
        var candidate = Candidate(
          unit: UnitReference(unit), beat: BeatReference(beat), shift: ShiftReference(shift),
          reasons: probe.judge(day: offset, shift: shift, beat: beat),
          distance: frame.roster.distance(from: frame.roster.units[unit].home, to: frame.roster.beats[beat]),
          minutes: minutes)
        candidate.isAway = probe.isAway(day: offset, shift: shift)
        if let best, best.weightOfReasons <= candidate.weightOfReasons { continue }
        best = candidate
      }
    }
    // There is a beat and a shift: a question has a tile, and a tile is a shift.
    return best
      ?? Candidate(
        unit: UnitReference(unit), beat: BeatReference(beats[0]), shift: ShiftReference(0), reasons: [], distance: 0,
        minutes: minutes, isAway: true)
  }

  /// Whether what keeps a candidate away might not do so on another beat.
  private func isOfBeat(_ candidate: Candidate) -> Bool {
    if candidate.isAway { return false }
    if variesByBeat { return true }
    return candidate.reasons.filter(\.isHard).allSatisfy { reason in
      reason.unit == nil || ["MIX", "RCH"].contains(reason.rule.family)
    }
  }

  private func stands(_ posting: Assignment, in beats: [Int], _ tile: Int) -> Bool {
    beats.contains(posting.beat.index) && frame.clock.tilesOfShift[posting.shift.index].contains(Int32(tile))
  }
}

extension CoverageGrid {
  /// What a unit does on a day of the period, as far as what it names is known; by shift and beat.
  func postings(of unit: Int, _ offset: Int) -> [Assignment] {
    assignments(of: UnitReference(unit)).filter {
      frame.calendar.offset(of: $0.day) == offset && $0.beat.isKnown && $0.shift.isKnown
    }
  }
}

extension RosterFrame {
  /// The shifts in which a unit could stand in a tile: those of its regime, the tile first, and the others too where no
  /// rule keeps it to its regime everywhere.
  func shifts(ofUnit unit: Int, inTile tile: Int) -> [Int] {
    let own = roster.settings.shifts.tiles[tile].index
    let reference = roster.units[unit].regime
    let covering = clock.shiftsOfTile[tile].map(Int.init).sorted { ($0 == own ? -1 : $0) < ($1 == own ? -1 : $1) }
    guard reference.isKnown else { return covering }
    let works = limits[reference.index].works
    let worked = covering.filter { works[$0] }
    if keepsUnitsToTheirRegime { return worked.isEmpty ? [own] : worked }
    return worked + covering.filter { !works[$0] }
  }
}

/// A unit that could take a cell, with what speaks against it.
public struct Candidate: Hashable, Sendable {
  /// The unit.
  public var unit: UnitReference
  /// The beat on which it would stand.
  public var beat: BeatReference
  /// The shift in which it would be posted: the cell's tile, or a duty that covers it.
  public var shift: ShiftReference
  /// What speaks against it, hard reasons first.
  public var reasons: [Break]
  /// How far the beat is from its home: 0 same department, 1 same district, 2 elsewhere.
  public var distance: Int
  /// The minutes that it works in the period so far.
  public var minutes: Int
  /// The posting of the same day that it would leave; `nil` where it would only be posted anew.
  public var leaves: Assignment?
  /// Whether it is absent for that shift, so that its posting would not count.
  public var isAway = false
  /// Whether some square that is asked about counts it.
  public var isAskedFor = true
  /// What planning would count for it; nothing where it is not legal.
  public var cost = EditCost()
  /// The squares whose gap it would open or close, where it is legal.
  public var gaps: [Judgement.GapChange] = []

  /// Whether no hard reason speaks against it, and it would count.
  public var isLegal: Bool { !isAway && !reasons.contains(where: \.isHard) }

  /// The edits that post it there.
  ///
  /// - Parameter day: the duty day of the cell.
  public func edits(on day: Day) -> [Edit] {
    (leaves.map { [.remove($0)] } ?? []) + [.add(Assignment(day: day, shift: shift, beat: beat, unit: unit))]
  }

  /// How much speaks against it: hard reasons before others.
  var weightOfReasons: Int { reasons.reduce(isAway ? 1000 : 0) { $0 + ($1.isHard ? 1000 : 1) } }

  /// Legal ones first and of these the cheapest; then by what speaks against them, distance, hours so far and id.
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (Int, Int, Int, Int, Int, Int32) {
    let against = (isAskedFor ? 0 : 1) + (isLegal ? 0 : 2)
    return (against, cost.total, weightOfReasons, distance, minutes, unit.raw)
  }
}

/// Everyone who could take a cell, best first, and everyone who could not.
public struct CandidateList: Hashable, Sendable {
  /// Legal ones first and of these the cheapest; then the others by what speaks against them.
  public var candidates: [Candidate]
  /// How many units were not looked at because they stand too far from home.
  public var unreachable: Int

  /// How many units could be posted besides what they do.
  public var free: Int { candidates.count { $0.isLegal && $0.isAskedFor && $0.leaves == nil } }

  /// How many more could once they leave another post.
  public var byLeaving: Int { candidates.count { $0.isLegal && $0.isAskedFor && $0.leaves != nil } }

  /// How many of those asked for could not.
  public var illegal: Int { candidates.count { !$0.isLegal && $0.isAskedFor } + unreachable }

  /// The two numbers in words: `3 free, 5 more by leaving another post`.
  public var words: String { Fillers(free: free, byLeaving: byLeaving).words }
}

extension Fillers {
  /// The two numbers in words: `3 free, 5 more by leaving another post`.
  public var words: String {
    byLeaving == 0 ? "\(free) free" : "\(free) free, \(byLeaving) more by leaving another post"
  }
}
