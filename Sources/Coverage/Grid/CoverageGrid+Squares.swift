import RosterModel

extension CoverageGrid {
  /// A square with what it has; `nil` where no demand row covers the number.
  public func state(_ index: Int) -> SquareState? {
    frame.plan.square(index).map { SquareState(square: $0, have: Int(have[index])) }
  }

  /// A line's square on a day with what it has; `nil` where no demand row covers it.
  public func state(line: Int, day: Day, tile: Int) -> SquareState? {
    guard let index = frame.plan.index(line: line, day: day, tile: tile) else { return nil }
    return SquareState(square: frame.plan.square(index, line: line), have: Int(have[index]))
  }

  /// Calls for every square of the scope with what it has, by line, day and tile.
  public func forEachSquare(in scope: CoverageScope = .whole, _ body: (SquareState) -> Void) {
    for line in lines(in: scope) { forEachSquare(ofLine: line, scope.offsets(in: frame.calendar), nil, body) }
  }

  /// The squares of the scope below their minimum, worst first; then by day, tile and place.
  public func gaps(in scope: CoverageScope = .whole) -> [SquareState] {
    var found: [SquareState] = []
    forEachSquare(in: scope) { if $0.gap > 0 { found.append($0) } }
    return found.sorted {
      (-$0.gap, $0.square.day.number, $0.square.tile, $0.square.line)
        < (-$1.gap, $1.square.day.number, $1.square.tile, $1.square.line)
    }
  }

  /// The squares below minimum or below target, worst first: by gap, shortfall, day, tile and line.
  ///
  /// O(squares of the scope).
  public func squaresBelowDemand(in scope: CoverageScope = .whole) -> [SquareState] {
    var found: [SquareState] = []
    forEachSquare(in: scope) { if $0.gap > 0 || $0.shortfall > 0 { found.append($0) } }
    return found.sorted {
      (-$0.gap, -$0.shortfall, $0.square.day.number, $0.square.tile, $0.square.line)
        < (-$1.gap, -$1.shortfall, $1.square.day.number, $1.square.tile, $1.square.line)
    }
  }

  /// The figures of a scope.
  public func summary(in scope: CoverageScope = .whole) -> CoverageSummary {
    var summary = CoverageSummary()
    let days = scope.offsets(in: frame.calendar)
    forEachSquare(in: scope) { summary.add($0) }
    let beats =
      scope.district.map { $0.isKnown ? frame.places.beatsOfDistrict[$0.index].count : 0 } ?? frame.roster.beats.count
    summary.cells = beats * days.count * frame.tiles
    return summary
  }

  /// The figures of the lines of a place and of all places in it, for a heat map.
  ///
  /// - Parameter tile: only this tile; `nil` for the whole day.
  public func summary(of place: Place, days: ClosedRange<Day>, tile: Int? = nil) -> CoverageSummary {
    var summary = CoverageSummary()
    let offsets = CoverageScope(from: days.lowerBound, to: days.upperBound).offsets(in: frame.calendar)
    for line in frame.lines(inside: place) { forEachSquare(ofLine: line, offsets, tile) { summary.add($0) } }
    summary.cells = frame.places.beats(in: place).count * offsets.count * (tile == nil ? frame.tiles : 1)
    return summary
  }

  /// How many units a cell lacks at least.
  ///
  /// The larger of what its squares of no force or skill lack, and of what its squares by force lack together; a square
  /// of a skill may be filled by a unit that fills those too, so of these the largest gap counts.
  public func lacking(beat: BeatReference, day: Day, tile: Int) -> Int {
    var any = 0
    var byForce = 0
    var bySkill = 0
    for line in frame.plan.lines(of: .beat(beat)) {
      guard let gap = state(line: line, day: day, tile: tile)?.gap else { continue }
      let asked = frame.plan.lines[line]
      if !asked.skill.isEmpty {
        bySkill = max(bySkill, gap)
      } else if asked.force == nil {
        any = max(any, gap)
      } else {
        byForce += gap
      }
    }
    return max(any, byForce, bySkill)
  }

  /// The lines in which a posting of the unit to the beat counts, on days that they have squares.
  public func lines(for unit: UnitReference, on beat: BeatReference) -> [Int] {
    guard unit.isKnown, beat.isKnown else { return [] }
    let force = frame.roster.units[unit.index].force.index
    return frame.plan.linesOfBeat[beat.index].map(Int.init).filter {
      frame.line($0, counts: unit.index, force: force)
    }
  }

  /// The lines that count some units posted to the beat.
  public func lines(counting beat: BeatReference) -> [Int] {
    beat.isKnown ? frame.plan.linesOfBeat[beat.index].map(Int.init) : []
  }

  private func lines(in scope: CoverageScope) -> [Int] {
    guard let district = scope.district else { return Array(frame.plan.lines.indices) }
    return frame.plan.lines.indices.filter { frame.plan.districtOfLine[$0] == district.raw }
  }

  private func forEachSquare(ofLine line: Int, _ offsets: Range<Int>, _ tile: Int?, _ body: (SquareState) -> Void) {
    let plan = frame.plan
    let window = plan.windows[line]
    for offset in offsets.clamped(to: window.firstDay..<window.firstDay + window.days) {
      for tileNumber in 0..<plan.tiles where tile == nil || tile == tileNumber {
        let index = plan.slot(line: line, offset: offset, tile: tileNumber)
        guard index >= 0, plan.row[index] >= 0 else { continue }
        body(SquareState(square: plan.square(index, line: line), have: Int(have[index])))
      }
    }
  }
}

extension RosterFrame {
  /// The lines of a place and of all places in it.
  public func lines(inside place: Place) -> [Int] {
    plan.lines.indices.filter { roster.contains(place, plan.lines[$0].place) }
  }
}

/// A square with what it has.
public struct SquareState: Hashable, Sendable {
  /// The square.
  public var square: Square
  /// How many units count in it.
  public var have: Int

  /// A square and what it has.
  public init(square: Square, have: Int) {
    self.square = square
    self.have = have
  }

  /// How many units it is below its minimum.
  public var gap: Int { max(0, square.minimum - have) }

  /// How many units it is below its target, those below its minimum not counted.
  public var shortfall: Int { max(0, square.target - max(have, square.minimum)) }

  /// How many units it is above its maximum.
  public var surplus: Int { square.maximum.map { max(0, have - $0) } ?? 0 }
}

/// The part of a roster that a question is about.
public struct CoverageScope: Hashable, Sendable {
  /// Only this district; `nil` for the whole city.
  public var district: DistrictReference?
  /// The first day; `nil` for the first of the period.
  public var from: Day?
  /// The last day; `nil` for the last of the period.
  public var to: Day?

  /// A part of a roster; the whole where nothing is given.
  public init(district: DistrictReference? = nil, from: Day? = nil, to: Day? = nil) {
    self.district = district
    self.from = from
    self.to = to
  }

  /// The whole roster.
  public static let whole = CoverageScope()

  /// The days of the period that it names, counted from the first; may be empty.
  func offsets(in calendar: DutyCalendar) -> Range<Int> {
    let first = max(0, from.map(calendar.offset) ?? 0)
    let last = min(calendar.days - 1, to.map(calendar.offset) ?? calendar.days - 1)
    return first..<max(first, last + 1)
  }

  /// Whether some days of the period are left out.
  func isNarrowed(in calendar: DutyCalendar) -> Bool { offsets(in: calendar) != 0..<calendar.days }
}

/// How well demand is covered, in figures.
public struct CoverageSummary: Hashable, Sendable {
  /// Beat × duty day × tile.
  public var cells = 0
  /// Expanded demand rows.
  public var squares = 0
  /// Squares with their target or more.
  public var met = 0
  /// Squares below their minimum.
  public var gaps = 0
  /// Units missing to the minima, summed over squares.
  public var missing = 0
  /// The minima, summed over squares.
  public var required = 0
  /// Units missing from minimum to target, summed over squares.
  public var shortfall = 0
  /// Units above the maxima, summed over squares.
  public var surplus = 0

  /// Nothing counted yet.
  public init() {}

  /// The share of the required units that is there, 0 to 1; 1 where none is required.
  public var share: Double { required == 0 ? 1 : Double(required - missing) / Double(required) }

  mutating func add(_ state: SquareState) {
    squares += 1
    met += state.have >= state.square.target ? 1 : 0
    gaps += state.gap > 0 ? 1 : 0
    missing += state.gap
    required += state.square.minimum
    shortfall += state.shortfall
    surplus += state.surplus
  }
}
