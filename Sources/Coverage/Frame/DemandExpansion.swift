import RosterModel

/// Demand rows on their way to squares.
///
/// First every row finds its lines and days, so that the squares can be laid out; then it writes its numbers to those
/// where no row is more precise.
struct DemandExpansion {
  /// The rank of a square that no row covers.
  private static let uncovered = Int.max

  private let roster: Roster
  private let places: PlaceIndex
  private let mostSquares: Int
  private var numbers: [DemandLine: Int32] = [:]
  private var patterns: [DayPattern: Int] = [:]
  private var ranksOfPattern: [[Int]] = []
  private var patternOfRow: [Int] = []
  private var targets: [[Int32]]
  private var tied: [Bool]
  private var rank: [Int] = []

  let calendar: DutyCalendar
  let tiles: Int
  private(set) var lines: [DemandLine] = []
  private(set) var windows: [DemandPlan.Window] = []
  private(set) var minimum: [Int32] = []
  private(set) var target: [Int32] = []
  private(set) var maximum: [Int32] = []
  private(set) var row: [Int32] = []
  private(set) var unexpanded: [Int] = []

  init(_ roster: Roster, calendar: DutyCalendar, places: PlaceIndex, mostSquares: Int) {
    self.roster = roster
    self.mostSquares = mostSquares
    self.places = places
    self.calendar = calendar
    tiles = roster.settings.shifts.tileCount
    targets = [[Int32]](repeating: [], count: roster.demand.count)
    tied = [Bool](repeating: false, count: roster.demand.count)
  }

  /// Finds the lines of every row, and lays their squares out in the order of the lines.
  mutating func collectLines() {
    var total = 0
    for number in roster.demand.indices {
      let row = roster.demand[number]
      patternOfRow.append(self.number(of: row.days))
      let ranks = ranksOfPattern[patternOfRow[number]]
      guard !tileNumbers(of: row).isEmpty, let first = ranks.firstIndex(where: { $0 != Self.uncovered }),
        let last = ranks.lastIndex(where: { $0 != Self.uncovered })
      else { continue }
      let wanted = lines(of: row).map { line in (line, number: numbers[line]) }
      let growth = wanted.reduce(0) { sum, entry in
        sum + (entry.number.map { windows[Int($0)].growth(first, last) } ?? last - first + 1)
      }
      guard total + growth * tiles <= mostSquares else {
        unexpanded.append(number)
        continue
      }
      total += growth * tiles
      for (line, known) in wanted {
        let lineNumber = known ?? add(line)
        windows[Int(lineNumber)].widen(first, last)
        targets[number].append(lineNumber)
      }
    }
    layOut()
  }

  private mutating func add(_ line: DemandLine) -> Int32 {
    let number = Int32(lines.count)
    lines.append(line)
    windows.append(DemandPlan.Window())
    numbers[line] = number
    return number
  }

  private mutating func layOut() {
    let order = lines.indices.sorted { lines[$0] < lines[$1] }
    var position = [Int32](repeating: 0, count: lines.count)
    for (new, old) in order.enumerated() { position[old] = Int32(new) }
    lines = order.map { lines[$0] }
    windows = order.map { windows[$0] }
    for number in targets.indices { targets[number] = targets[number].map { position[Int($0)] } }
    var total = 0
    for line in windows.indices {
      windows[line].base = total
      total += windows[line].days * tiles
    }
    minimum = [Int32](repeating: 0, count: total)
    target = minimum
    maximum = [Int32](repeating: Int32.max, count: total)
    row = [Int32](repeating: -1, count: total)
    rank = [Int](repeating: Self.uncovered, count: total)
  }

  /// Writes every row's numbers to the squares on which it is the most precise.
  mutating func fill() {
    for number in roster.demand.indices where !targets[number].isEmpty {
      let numbers = roster.demand[number]
      var isTied = false
      forEachSquare(ofRow: number) { index, rank, plan in
        if rank < plan.rank[index] {
          plan.rank[index] = rank
          plan.row[index] = Int32(number)
          plan.minimum[index] = Int32(clamping: numbers.minimum)
          plan.target[index] = Int32(clamping: max(numbers.minimum, numbers.target))
          plan.maximum[index] = numbers.maximum.map { Int32(clamping: $0) } ?? Int32.max
        } else if rank == plan.rank[index] {
          isTied = true
        }
      }
      tied[number] = isTied
    }
  }

  /// The ties that no more precise row has settled, one for each pair of rows.
  mutating func ties() -> [DemandTie] {
    var found: [DemandTie] = []
    for number in roster.demand.indices where tied[number] {
      var earlier: Set<Int32> = []
      forEachSquare(ofRow: number) { index, rank, plan in
        if rank == plan.rank[index], plan.row[index] != Int32(number), earlier.insert(plan.row[index]).inserted {
          found.append(DemandTie(used: Int(plan.row[index]), unused: number, square: index))
        }
      }
    }
    return found
  }

  private mutating func forEachSquare(ofRow number: Int, _ body: (Int, Int, inout DemandExpansion) -> Void) {
    let row = roster.demand[number]
    let ranks = ranksOfPattern[patternOfRow[number]]
    let tileNumbers = tileNumbers(of: row)
    let isDirect = if case .beat = row.place { true } else { false }
    let tail = (row.isPerBeat && !isDirect ? 2 : 0) + (row.shift == nil ? 1 : 0)
    for line in targets[number] {
      let window = windows[Int(line)]
      for (offset, dayRank) in ranks.enumerated() where dayRank != Self.uncovered {
        for tile in tileNumbers {
          body(window.base + (offset - window.firstDay) * tiles + tile, dayRank * 4 + tail, &self)
        }
      }
    }
  }

  /// The tiles of a row: those of its shift, or each tile by itself.
  private func tileNumbers(of row: DemandRow) -> [Int] {
    guard let shift = row.shift else { return Array(0..<tiles) }
    return shift.isKnown ? roster.settings.shifts.tileNumbers[shift.index] : []
  }

  /// The lines of a row; none where its place is not known.
  private func lines(of row: DemandRow) -> [DemandLine] {
    switch row.place {
    case .beat(let reference):
      guard reference.isKnown else { return [] }
      // A beat's own kind narrows nothing; another one chooses none of its beats.
      let own = roster.beats[reference.index].kind
      if row.isPerBeat, let kind = row.kind, kind != own { return [] }
      let kind = row.kind == own ? nil : row.kind
      return [DemandLine(place: row.place, kind: kind, force: row.force, skill: row.skill)]
    case .unknown: return []
    case .department(let reference) where !reference.isKnown: return []
    case .district(let reference) where !reference.isKnown: return []
    case .city, .district, .department:
      guard row.isPerBeat else {
        return [DemandLine(place: row.place, kind: row.kind, force: row.force, skill: row.skill)]
      }
      return places.beats(in: row.place).filter { row.kind == nil || roster.beats[Int($0)].kind == row.kind }
        .map { DemandLine(place: .beat(BeatReference(raw: $0)), force: row.force, skill: row.skill) }
    }
  }

  /// The number of a pattern; most patterns are those of many rows.
  private mutating func number(of pattern: DayPattern) -> Int {
    if let known = patterns[pattern] { return known }
    patterns[pattern] = ranksOfPattern.count
    ranksOfPattern.append(ranks(of: pattern))
    return ranksOfPattern.count - 1
  }

  /// For each day of the period how precisely a pattern names it.
  private func ranks(of pattern: DayPattern) -> [Int] {
    var ranks = [Int](repeating: Self.uncovered, count: calendar.days)
    for term in pattern.terms {
      guard case .dates(let first, let last) = term, first <= last else { return ranksDayByDay(of: pattern) }
      let named = (0..<calendar.days).clamped(to: calendar.offset(of: first)..<calendar.offset(of: last) + 1)
      for offset in named { ranks[offset] = min(ranks[offset], term.rank) }
    }
    return ranks
  }

  private func ranksDayByDay(of pattern: DayPattern) -> [Int] {
    (0..<calendar.days).map { pattern.rank(on: calendar.firstDay.advanced(by: $0)) ?? Self.uncovered }
  }
}

extension DemandPlan.Window {
  /// How many days more the window has once it holds these.
  fileprivate func growth(_ first: Int, _ last: Int) -> Int {
    var wider = self
    wider.widen(first, last)
    return wider.days - days
  }

  fileprivate mutating func widen(_ first: Int, _ last: Int) {
    guard days > 0 else {
      firstDay = first
      days = last - first + 1
      return
    }
    let end = max(firstDay + days - 1, last)
    firstDay = min(firstDay, first)
    days = end - firstDay + 1
  }
}
