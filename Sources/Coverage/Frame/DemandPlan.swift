import RosterModel

/// The demand of a roster, expanded once to squares.
///
/// The squares of a line lie together, by day and then tile, over the days that some row of it names; a number in that
/// window that no row covers is no square. All numbers are in flat arrays, so that counting is arithmetic.
public struct DemandPlan: Sendable {
  /// The most squares that are expanded; rows beyond are left out and named in `unexpanded`.
  ///
  /// A city of 600 beats with two lines each over a year has 1.3 million.
  public static let mostSquares = 20_000_000

  /// The lines, in order.
  public let lines: [DemandLine]
  /// Pairs of rows that tie on some square, by the later row.
  public let ties: [DemandTie]
  /// Rows left out because the demand is beyond `mostSquares`.
  public let unexpanded: [Int]
  /// How many squares some row covers.
  public let squareCount: Int

  let calendar: DutyCalendar
  let tiles: Int
  let windows: [Window]
  let minimum: [Int32]
  let target: [Int32]
  let maximum: [Int32]
  let row: [Int32]
  /// The lines that count some units posted to each beat.
  let linesOfBeat: NumberLists
  /// The force each line counts, by `Force.index`; -1 for any.
  let forceOfLine: [Int8]
  /// The skill each line counts, by number; -1 for any.
  let skillOfLine: [Int32]
  /// The district of each line's place; -1 for the city.
  let districtOfLine: [Int32]
  private let linesOfPlace: [Place: [Int]]

  /// The days of a line's squares and where they begin.
  struct Window: Sendable {
    /// The number of the first square.
    var base = 0
    /// The first day, counted from the first of the period.
    var firstDay = 0
    /// How many days there are.
    var days = 0
  }

  /// The demand of a roster; O(rows × their squares).
  init(
    _ roster: Roster, calendar: DutyCalendar, places: PlaceIndex, skills: SkillIndex,
    mostSquares: Int = DemandPlan.mostSquares
  ) {
    self.calendar = calendar
    var expansion = DemandExpansion(roster, calendar: calendar, places: places, mostSquares: mostSquares)
    expansion.collectLines()
    expansion.fill()
    tiles = expansion.tiles
    lines = expansion.lines
    windows = expansion.windows
    minimum = expansion.minimum
    target = expansion.target
    maximum = expansion.maximum
    row = expansion.row
    ties = expansion.ties()
    unexpanded = expansion.unexpanded
    squareCount = expansion.row.count(where: { $0 >= 0 })
    forceOfLine = lines.map { Int8($0.force?.index ?? -1) }
    skillOfLine = lines.map { skills.number($0.skill) }
    districtOfLine = lines.map { roster.district(of: $0.place)?.raw ?? -1 }
    linesOfPlace = Dictionary(grouping: lines.indices, by: { [lines] in lines[$0].place })
    let counting = roster.beats.indices.map { [lines, linesOfPlace] beat in
      let reference = BeatReference(beat)
      var around: [Place] = [.beat(reference)]
      if let department = roster.department(of: .beat(reference)) { around.append(.department(department)) }
      if let district = roster.district(of: .beat(reference)) { around.append(.district(district)) }
      around.append(.city)
      let kind = roster.beats[beat].kind
      return around.flatMap { linesOfPlace[$0] ?? [] }
        .filter { lines[$0].kind == nil || lines[$0].kind == kind }.map(Int32.init)
    }
    linesOfBeat = NumberLists(counting)
  }

  /// The lines of exactly this place, not of the places in it.
  public func lines(of place: Place) -> [Int] { linesOfPlace[place] ?? [] }
}

extension DemandPlan {
  /// The number of a line's square on a day of the period; `nil` where no row covers it.
  public func index(line: Int, day: Day, tile: Int) -> Int? {
    let index = slot(line: line, offset: calendar.offset(of: day), tile: tile)
    return index >= 0 && row[index] >= 0 ? index : nil
  }

  /// The square of a number; `nil` where no row covers it.
  public func square(_ index: Int) -> Square? {
    guard row.indices.contains(index), row[index] >= 0 else { return nil }
    return square(index, line: line(ofSquare: index))
  }

  /// The line of a square; O(log lines).
  public func line(ofSquare index: Int) -> Int {
    var low = 0
    var high = windows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if windows[middle].base <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The numbers of a line's squares, uncovered ones included.
  func slots(ofLine line: Int) -> Range<Int> {
    let window = windows[line]
    return window.base..<window.base + window.days * tiles
  }

  /// The number that a line's square has or would have; -1 outside the line's days.
  func slot(line: Int, offset: Int, tile: Int) -> Int {
    let window = windows[line]
    let day = offset - window.firstDay
    guard day >= 0, day < window.days else { return -1 }
    return window.base + day * tiles + tile
  }

  /// The square of a number whose line is known.
  func square(_ index: Int, line: Int) -> Square {
    let within = index - windows[line].base
    return Square(
      index: index, line: line,
      day: calendar.firstDay.advanced(by: windows[line].firstDay + within / tiles), tile: within % tiles,
      minimum: Int(minimum[index]), target: Int(target[index]),
      maximum: maximum[index] == Int32.max ? nil : Int(maximum[index]), row: Int(row[index]))
  }
}

/// What one line of squares asks for: a place, and which units count there.
///
/// A row for each beat of a place becomes a line of each beat, whose beats were chosen by `kind` and which has no kind
/// itself; so it meets a row that names the beat, and the more precise of the two wins.
public struct DemandLine: Hashable, Sendable {
  /// The place that needs them.
  public var place: Place
  /// Which beats of the place count; `nil` for any.
  public var kind: BeatKind?
  /// The force counted; `nil` for any.
  public var force: Force?
  /// The skill or mode counted; empty for any.
  public var skill: String

  /// A line of this place.
  public init(place: Place, kind: BeatKind? = nil, force: Force? = nil, skill: String = "") {
    self.place = place
    self.kind = kind
    self.force = force
    self.skill = skill
  }

  /// The beat, where the line is of a single beat.
  public var beat: BeatReference? {
    if case .beat(let reference) = place { return reference }
    return nil
  }
}

extension DemandLine: Comparable {
  /// The city first, then districts, departments and beats in the order of their tables.
  public static func < (left: DemandLine, right: DemandLine) -> Bool { left.sortKey < right.sortKey }

  private var sortKey: (Int, Int32, Int, Int, String) {
    let (level, number): (Int, Int32) =
      switch place {
      case .city: (0, 0)
      case .district(let reference): (1, reference.raw)
      case .department(let reference): (2, reference.raw)
      case .beat(let reference): (3, reference.raw)
      case .unknown(let index): (4, index)
      }
    let kindNumber = kind.flatMap { BeatKind.allCases.firstIndex(of: $0) } ?? -1
    return (level, number, kindNumber, force?.index ?? -1, skill)
  }
}

/// One expanded demand row: a line's need on one duty day in one tile.
public struct Square: Hashable, Sendable {
  /// Its number in the plan; stable as long as the demand is.
  public var index: Int
  /// The number of its line in `DemandPlan.lines`.
  public var line: Int
  /// The duty day.
  public var day: Day
  /// The tile number.
  public var tile: Int
  /// Below this many units there is a gap.
  public var minimum: Int
  /// Below this many units there is a shortfall.
  public var target: Int
  /// Above this many units there is a surplus; `nil` for no limit.
  public var maximum: Int?
  /// The number of the row of `Roster.demand` that decides it.
  public var row: Int

  /// A square of a plan; for tests and for questions about a need that no row asks for yet.
  public init(
    index: Int, line: Int, day: Day, tile: Int, minimum: Int, target: Int, maximum: Int? = nil, row: Int
  ) {
    self.index = index
    self.line = line
    self.day = day
    self.tile = tile
    self.minimum = minimum
    self.target = target
    self.maximum = maximum
    self.row = row
  }
}

/// Two demand rows that meet on a square, with nothing to tell which of them is meant.
public struct DemandTie: Hashable, Sendable {
  /// The number of the row that was used, the earlier.
  public var used: Int
  /// The number of the row that was not, the later.
  public var unused: Int
  /// The first square they meet on.
  public var square: Int
}
