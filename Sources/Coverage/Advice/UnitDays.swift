import RosterModel

/// Which shifts each unit could work on a day without breaking a hard rule by its date, once it has left the posting that
/// it has then; asked for when needed and kept.
struct UnitDays {
  /// What a unit does on a day and could do instead.
  struct Choice {
    /// Its postings of the day.
    var own: [Assignment]
    /// For each shift whether nothing hard is against it, the one posting of the day left; none where there are several
    /// or it may not be left.
    var isOpen: [Bool]
  }

  private(set) var grid: CoverageGrid
  private let firm: FirmPostings
  private var probe: PostingProbe
  /// Where a rule is graded otherwise in some district, what may be done in any district counts as possible.
  private let classes: DistrictClasses
  /// By unit, then day.
  private var known: [Int: [Int: Choice]] = [:]

  init(_ grid: CoverageGrid, _ firm: FirmPostings) {
    self.grid = grid
    self.firm = firm
    probe = PostingProbe(grid, seeksHard: true)
    classes = DistrictClasses(grid.frame, of: UnitRules.ofDates.map { UnitRules.all[$0].info })
  }

  /// Follows edits of the postings of these units; what is known of the others stays known.
  mutating func follow(_ grid: CoverageGrid, changed units: Set<Int>) {
    self.grid = grid
    probe = PostingProbe(grid, seeksHard: true)
    for unit in units { known[unit] = nil }
  }

  /// What a unit could do on a day of the period.
  mutating func choice(_ unit: Int, _ offset: Int) -> Choice {
    if let choice = known[unit]?[offset] { return choice }
    let own = grid.postings(of: unit, offset)
    var choice = Choice(own: own, isOpen: [Bool](repeating: false, count: grid.frame.clock.shiftCount))
    if own.count < 2, own.allSatisfy(firm.mayMove) {
      probe.load(unit, leaving: own.first)
      for shift in choice.isOpen.indices { choice.isOpen[shift] = isLegal(offset, shift) }
    }
    known[unit, default: [:]][offset] = choice
    return choice
  }

  /// The postings of other days of which each alone, left, would let the unit work a shift of the day.
  ///
  /// O(postings² of the unit).
  mutating func reliefs(_ unit: Int, _ offset: Int, shift: Int) -> [Assignment] {
    let frame = grid.frame
    guard !grid.absences.isAbsent(unit, offset, shift: shift, clock: frame.clock) else { return [] }
    return grid.assignments(of: UnitReference(unit)).filter { posting in
      guard let day = frame.offset(of: posting.day), day != offset, posting.beat.isKnown, posting.shift.isKnown,
        firm.mayMove(posting)
      else { return false }
      probe.load(unit, leaving: posting)
      return isLegal(offset, shift)
    }
  }

  /// Whether the unit in hand may work a shift of a day in some district.
  private mutating func isLegal(_ offset: Int, _ shift: Int) -> Bool {
    for beat in classes.beats where probe.isLegal(day: offset, shift: shift, beat: beat) { return true }
    return false
  }
}
