import Coverage
import RosterModel
import Screen

extension Model {
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
