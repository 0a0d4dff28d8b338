import Coverage
import RosterModel
import Screen

extension Model {
  mutating func goToSelectedGap() {
    guard gaps.squares.indices.contains(gaps.list.selected) else { return }
    let square = gaps.squares[gaps.list.selected].square
    open(.grid)
    grid.line = board.line(ofDemand: square.line, document.frame.plan)
    grid.column = document.column(square.day, tile: square.tile) ?? grid.column
  }

  mutating func settleGaps(_ body: Rect) {
    if screen == .gaps, gaps.revision != document.revision {
      gaps.revision = document.revision
      gaps.squares = document.grid.gaps()
      gaps.fillers = [:]
    }
    gaps.list.settle(count: gaps.squares.count, height: max(0, body.height - 1))
    let rest = GridRest(line: gaps.list.selected, column: gaps.list.viewport.offset, revision: gaps.revision)
    guard screen == .gaps, gaps.rest != rest,
      gaps.list.viewport.visible.contains(where: { gaps.fillers[number(ofGap: $0)] == nil })
    else { return }
    gaps.rest = rest
    restToken += 1
    emit(.wake(afterMilliseconds: Self.restMilliseconds, token: restToken))
  }

  private func number(ofGap position: Int) -> Int { gaps.squares[position].square.index }

  /// Counts who could fill the gaps in view; in a large city only those of the chosen line's day, which costs less.
  mutating func countCandidatesOfGaps() {
    let selected = gaps.list.selected
    guard gaps.squares.indices.contains(selected) else { return }
    let isLarge = document.base.units.count > Self.unitsCountedAtOnce
    let wanted = gaps.list.viewport.visible.filter { position in
      gaps.fillers[number(ofGap: position)] == nil
        && (!isLarge || gaps.squares[position].square.day == gaps.squares[selected].square.day)
    }
    let counts = document.grid.fillers(of: wanted.map { gaps.squares[$0].square })
    for (position, count) in zip(wanted, counts) { gaps.fillers[number(ofGap: position)] = count }
  }

  private static let unitsCountedAtOnce = 1000

  func drawGaps(in body: Rect, _ frame: inout Frame) {
    let (head, lines) = body.splitTop(1)
    frame.fill(head, style: Style(.header))
    let missing = gaps.squares.reduce(0) { $0 + $1.gap }
    frame.write(
      "\(gaps.squares.count) gaps, \(missing) units missing, worst first; can: free + by leaving a post",
      at: head.origin, width: head.width, style: Style(.header), clip: head)
    if gaps.squares.isEmpty {
      frame.write("No gaps.", at: lines.origin, width: lines.width, style: Style(.met), clip: lines)
    }
    frame.drawList(gaps.list, in: lines) { frame, index, row in drawGap(gaps.squares[index], in: row, &frame) }
  }

  private func drawGap(_ state: SquareState, in row: Rect, _ frame: inout Frame) {
    let square = state.square
    let line = document.frame.plan.lines[square.line]
    let tally = Tally(state)
    let fillers = gaps.fillers[square.index]
    let can = fillers.map { $0.byLeaving > 0 ? "\($0.free)+\($0.byLeaving) can" : "\($0.free) can" } ?? "…"
    let isHopeless = fillers.map { $0.free + $0.byLeaving == 0 } ?? false
    let isWide = row.width >= 60
    frame.write(
      pieces: [
        (tally.text(.gap, width: 8).padded(toCells: 7), Style(.gap)),
        (DayWords.short(square.day).padded(toCells: 11), Style(role(of: square.day) == .today ? .today : .normal)),
        (tileID(square.tile).padded(toCells: 3), Style(.header)),
        (can.padded(toCells: isWide ? 11 : 9), Style(isHopeless ? .conflict : .info)),
        (name(of: line.place).padded(toCells: isWide ? 26 : 14), .normal), (" " + words(of: line), Style(.dim)),
      ], in: row)
  }
}
