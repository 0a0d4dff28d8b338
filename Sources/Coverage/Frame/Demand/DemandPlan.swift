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
