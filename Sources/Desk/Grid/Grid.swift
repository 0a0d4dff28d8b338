import RosterModel
import Screen

/// The grid's cursor, what is in view, and what is known of the cell after resting on it.
struct GridState: Sendable {
  /// The line of the cursor on the board.
  var line = 0
  /// The column of the cursor: tiles of all duty days.
  var column = 0
  var lines = Viewport(count: 0, length: 0)
  var columns = Viewport(count: 0, length: 0)
  /// The figures of all beats of the cursor's district.
  var totals = DistrictTotals()
  /// What the postings in view are.
  var flags = CellFlags()
  /// The cell on which the cursor rests.
  var rest: GridRest?

  /// The posting in hand.
  var carried: Assignment?
  /// Who could take the cell on which the cursor has rested.
  var candidates: Shortlist?
}

/// A cell of the grid: a beat, a duty day and a tile.
struct CellPlace: Hashable, Sendable {
  let beat: BeatReference
  let day: Day
  let tile: Int
}

/// A place of the cursor in a state of the roster.
struct GridRest: Hashable, Sendable {
  let line: Int
  let column: Int
  let revision: Int
}

extension Model {
  /// The beat under the cursor; `nil` on a heading or a line of demand.
  var beatAtCursor: BeatReference? {
    guard board.lines.indices.contains(grid.line), case .beat(let beat) = board.lines[grid.line] else { return nil }
    return beat
  }

  /// The duty day under the cursor.
  var dayAtCursor: Day { document.day(ofColumn: grid.column) }
  /// The tile number under the cursor.
  var tileAtCursor: Int { document.tile(ofColumn: grid.column) }

  /// The cell under the cursor; `nil` on a heading or a line of demand, or where there are no tiles.
  var cellAtCursor: CellPlace? {
    guard let beat = beatAtCursor, document.columns > 0 else { return nil }
    return CellPlace(beat: beat, day: dayAtCursor, tile: tileAtCursor)
  }

  /// The district of the cursor's line.
  var districtAtCursor: DistrictReference? {
    board.districts.indices.contains(grid.line) ? board.districts[grid.line] : nil
  }

  mutating func moveLine(by lines: Int) {
    grid.line = max(0, min(board.lines.count - 1, grid.line + lines))
  }

  mutating func moveColumn(by columns: Int) {
    grid.column = max(0, min(document.columns - 1, grid.column + columns))
  }

  /// To the first tile of the next duty day, or back to that of this one or the one before.
  mutating func moveDay(_ direction: Int) {
    let tiles = max(1, document.frame.tiles)
    let day = grid.column / tiles
    if direction > 0 {
      moveColumn(by: (day + 1) * tiles - grid.column)
    } else {
      moveColumn(by: (grid.column % tiles == 0 ? day - 1 : day) * tiles - grid.column)
    }
  }

  /// To the next or previous heading.
  mutating func moveGroup(_ direction: Int) {
    var line = grid.line + direction
    while board.lines.indices.contains(line) {
      if case .group = board.lines[line] { break }
      line += direction
    }
    grid.line = max(0, min(board.lines.count - 1, line))
  }

  /// To the present tile; outside the period, to the nearest day.
  mutating func goToNow() { goTo(day: now.day, tile: now.tile) }

  /// To a duty day, at the tile given or the same as now under the cursor.
  mutating func goTo(day: Day, tile: Int? = nil) {
    let period = document.settings.period
    let nearest = min(max(day, period.lowerBound), period.upperBound)
    if nearest != day { say(.note, "\(DayWords.short(day)) is outside the period; this is the nearest day.") }
    grid.column = document.column(nearest, tile: tile ?? tileAtCursor) ?? 0
  }

  /// To the next or previous line below its minimum, in the order of time and then of the board.
  mutating func goToGap(_ direction: Int) {
    guard let place = gap(after: grid.line, grid.column, direction) else {
      return say(.note, direction > 0 ? "No gap after this cell." : "No gap before this cell.")
    }
    open(.grid)
    grid.line = place.line
    grid.column = place.column
  }

  private func gap(after line: Int, _ column: Int, _ direction: Int) -> (line: Int, column: Int)? {
    var line = line + direction
    var column = column
    while column >= 0, column < document.columns {
      while board.lines.indices.contains(line) {
        if gapUnits(line: line, column: column) > 0 { return (line, column) }
        line += direction
      }
      column += direction
      line = direction > 0 ? 0 : board.lines.count - 1
    }
    return nil
  }

  /// How many units a line's square or cell lacks below its minimum; a heading has none of its own.
  func gapUnits(line: Int, column: Int) -> Int {
    let day = document.day(ofColumn: column)
    let tile = document.tile(ofColumn: column)
    switch board.lines[line] {
    case .group: return 0
    case .demand(let number): return document.grid.state(line: number, day: day, tile: tile)?.gap ?? 0
    case .beat(let beat): return document.grid.lacking(beat: beat, day: day, tile: tile)
    }
  }

  mutating func settleGrid(_ body: Rect) {
    grid.line = max(0, min(board.lines.count - 1, grid.line))
    grid.column = max(0, min(document.columns - 1, grid.column))
    let layout = GridLayout(body)
    grid.lines = grid.lines.resized(count: board.lines.count, length: layout.cells.height)
      .revealing(grid.line, margin: 1)
    grid.columns = grid.columns.resized(count: document.columns, length: layout.columnCount).revealing(grid.column)
    guard screen == .grid else { return }
    grid.totals.update(document, districtAtCursor)
    let beats = grid.lines.visible.compactMap { line -> BeatReference? in
      if case .beat(let beat) = board.lines[line] { return beat }
      return nil
    }
    grid.flags.update(document, beats: beats, columns: grid.columns.visible)
    restOnCell()
  }
}

extension Model {
  /// How long the cursor rests on a cell before its candidates are looked for.
  static let restMilliseconds = 80

  /// Asks for the candidates of the cursor's cell once it has rested there.
  mutating func restOnCell() {
    let rest = GridRest(line: grid.line, column: grid.column, revision: document.revision)
    guard grid.rest != rest else { return }
    grid.rest = rest
    grid.candidates = nil
    guard cellAtCursor != nil else { return }
    restToken += 1
    emit(.wake(afterMilliseconds: Self.restMilliseconds, token: restToken))
  }

  /// Looks for who could take the cursor's cell, unless that is known.
  mutating func findCandidates() {
    if let cell = cellAtCursor, grid.candidates == nil { grid.candidates = document.shortlist(for: cell) }
  }

  /// The wait is over: looks for what was put off, unless the cursor has gone on meanwhile.
  mutating func wake(_ token: Int) {
    if token == acts.retryToken { return retry() }
    guard token == restToken else { return }
    screen.parts.rest(&self)
  }
}
