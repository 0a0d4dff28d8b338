import Coverage
import RosterEngine
import RosterModel

/// The engine's cover lines: demand of the scope first, then lines that only say what may stand together or be idle.
struct CoverTable {
  /// The largest factor of a ratio that the engine takes, and more units than ever stand in one cell.
  static let largestFactor = 1000

  /// The lines made so far.
  private(set) var lineCount = 0
  /// What each line wants, in the engine's order.
  private(set) var needs: [Need] = []
  /// Cover by postings that are not planned.
  private(set) var outside: [OutsideCover] = []
  /// Escorts and published days.
  var ratios: [Ratio] = []

  private let context: PlanContext
  private let tiles: Int
  /// The engine's line of each line of the demand plan; -1 where the scope does not touch it.
  private(set) var lineOfDemand: [Int]
  private var idleLines: [[Bool]: Int] = [:]
  private var idleLineOfDemandLines: [[Int]: Int?] = [:]

  /// Lines for the demand that beats of the scope count in.
  ///
  /// - Parameter standing: the grid of the postings that are not planned.
  init(_ context: PlanContext, beats: BeatsByPlace, standing: CoverageGrid) {
    self.context = context
    tiles = context.frame.tiles
    let plan = context.frame.plan
    lineOfDemand = [Int](repeating: -1, count: plan.lines.count)
    var isTouched = [Bool](repeating: false, count: plan.lines.count)
    for beat in beats.all {
      for line in standing.lines(counting: BeatReference(beat)) { isTouched[line] = true }
    }
    for line in plan.lines.indices where isTouched[line] {
      lineOfDemand[line] = addLine { day, tile in
        guard context.isPlannedDay[day],
          let state = standing.state(line: line, day: context.calendar.day(day), tile: tile)
        else { return (.none, 0) }
        let square = state.square
        return (Need(minimum: square.minimum, preferred: square.target, maximum: square.maximum), state.have)
      }
    }
  }

  /// The weights that all needs refer to.
  static func weights(_ weights: Weights) -> [NeedWeights] {
    [
      NeedWeights(
        missing: PlanWeights.clamped(weights.gap), short: PlanWeights.clamped(weights.shortfall),
        surplus: PlanWeights.clamped(weights.surplus))
    ]
  }

  /// Adds a line; `cell` gives its need and the cover from outside for each day and tile.
  mutating func addLine(_ cell: (_ day: Int, _ tile: Int) -> (Need, outside: Int)) -> Int {
    let line = lineCount
    lineCount += 1
    for day in context.calendar.period {
      for tile in 0..<tiles {
        let (need, count) = cell(day, tile)
        needs.append(need)
        if count > 0 { outside.append(OutsideCover(line: line, day: day, slot: tile, count: count)) }
      }
    }
    return line
  }

  /// The engine's lines for lines of the demand plan, with the idle line where on some tile none of them asks.
  mutating func lines(of demandLines: [Int]) -> [Int] {
    let lines = demandLines.map { lineOfDemand[$0] }.filter { $0 >= 0 }
    guard let idle = idleLine(of: demandLines) else { return lines }
    return lines + [idle]
  }

  /// A line that wants nobody on the tiles where none of these lines has a square, so that nobody is posted there
  /// for nothing; `nil` where they ask on every tile of the scope.
  private mutating func idleLine(of demandLines: [Int]) -> Int? {
    if let known = idleLineOfDemandLines[demandLines] { return known }
    let plan = context.frame.plan
    let calendar = context.calendar
    let isIdle = calendar.period.flatMap { day in
      (0..<tiles).map { tile in
        context.isPlannedDay[day]
          && !demandLines.contains { plan.index(line: $0, day: calendar.day(day), tile: tile) != nil }
      }
    }
    var line: Int?
    if isIdle.contains(true) {
      line = idleLines[isIdle]
      if line == nil {
        let tiles = tiles
        line = addLine { day, tile in (isIdle[day * tiles + tile] ? Need(minimum: 0, maximum: 0) : .none, 0) }
        idleLines[isIdle] = line
      }
    }
    idleLineOfDemandLines[demandLines] = .some(line)
    return line
  }
}

/// Keeps planning away from published days: nobody new comes to a district on a day that is published.
///
/// A unit that reaches several districts may still work in the others. So each district with published days has a line
/// that counts its planned units, held at zero on those days by a ratio to a line that is empty then.
struct PublishedDays {
  /// The line that counts each district's planned units; `nil` where no day of the scope is published.
  private var lineOfDistrict: [Int?]
  private let districtOfBeat: [Int]

  init(_ context: PlanContext, _ cover: inout CoverTable) {
    districtOfBeat = context.roster.beats.indices.map {
      context.roster.district(of: .beat(BeatReference($0)))?.index ?? -1
    }
    let room = context.roster.units.count / CoverTable.largestFactor + 1
    lineOfDistrict = context.published.map { published in
      guard published.contains(where: { context.isPlannedDay[$0] }) else { return nil }
      let posted = cover.addLine { _, _ in (.none, 0) }
      let open = cover.addLine { day, _ in (.none, published.contains(day) ? 0 : room) }
      cover.ratios.append(Ratio(limited: posted, by: open, factor: CoverTable.largestFactor))
      return posted
    }
  }

  /// The line that a posting to the beat counts in for its district's published days.
  func line(of beat: Int) -> Int? {
    districtOfBeat[beat] < 0 ? nil : lineOfDistrict[districtOfBeat[beat]]
  }
}
