import RosterModel
import Screen

extension Model {
  /// A line of the detail: pieces in their styles.
  typealias DetailLine = [(String, Style)]

  /// What is said of the cursor's cell: its units and squares, and who else could come.
  func drawDetail(in area: Rect, _ frame: inout Frame) {
    guard area.height > 1 else { return }
    let (edge, rest) = area.splitTop(1)
    frame.fill(edge, with: "─", style: Style(.border))
    frame.write(pieces: detailTitle, in: edge)
    let (left, right) = rest.splitLeft(rest.width >= 72 ? rest.width / 2 : rest.width)
    let facts = visitorLines + unitLines + squareLines
    let others = candidateLines(width: right.isEmpty ? left.width : right.width)
    draw(right.isEmpty ? facts + others : facts, in: left, &frame)
    draw(others, in: right, &frame)
  }

  private func draw(_ lines: [DetailLine], in area: Rect, _ frame: inout Frame) {
    for (offset, line) in lines.prefix(area.height).enumerated() {
      frame.write(
        pieces: line,
        in: Rect(row: area.origin.row + offset, column: area.origin.column, width: max(0, area.width - 1), height: 1))
    }
  }

  private var detailTitle: DetailLine {
    guard board.lines.indices.contains(grid.line), document.columns > 0 else { return [] }
    let line = board.lines[grid.line]
    let shift = document.settings.shifts.tile(tileAtCursor)
    var title = "\(title(ofLine: line)) · \(DayWords.short(dayAtCursor)) · \(shift.id) \(shift.name) "
    title += document.settings.wallClock(dayAtCursor, document.settings.shifts.tiles[tileAtCursor])
    var pieces: DetailLine = [(" " + title + " ", Style(.title))]
    if let state = stateAtCursor {
      pieces.append((" \(state.tally.text(state.mark, width: 12)) \(state.mark.words) ", Style(state.mark.role)))
    }
    if let beat = beatAtCursor {
      pieces.append((" \(document.base.beats[beat.index].id) ", Style(.dim)))
    }
    return pieces
  }

  private var stateAtCursor: (tally: Tally, mark: CellMark)? {
    switch board.lines[grid.line] {
    case .group: return nil
    case .demand(let number):
      return document.tally(demand: number, day: dayAtCursor, tile: tileAtCursor).map { ($0, $0.mark) }
    case .beat(let beat):
      let tally = document.tally(beat: beat, day: dayAtCursor, tile: tileAtCursor)
      return (tally, mark(tally, beat: beat, column: grid.column))
    }
  }

  /// Who else is on the cell, and that a change of it is not saved yet.
  private var visitorLines: [DetailLine] {
    guard let cell = cellAtCursor else { return [] }
    var lines: [DetailLine] = []
    if pendingCells.contains(cell) {
      lines.append([("\(CellSign.pending) changed, not saved yet", Style(.pending))])
    }
    let people = visitors.filter { $0.cell == cell }.map(\.person)
    if !people.isEmpty {
      lines.append([("\(CellSign.visitor) " + people.joined(separator: ", "), Style(.info))])
    }
    return lines
  }

  private var unitLines: [DetailLine] {
    guard let cell = cellAtCursor else {
      let isAssignable = whyNoAssign == nil && document.columns > 0
      return isAssignable ? [[("Enter: to the beat that needs it most", Style(.dim))]] : []
    }
    let entries = document.grid.entries(beat: cell.beat, day: cell.day, tile: cell.tile)
    let arrivals = document.grid.arrivals(at: cell.beat, day: cell.day, tile: cell.tile).map { text -> DetailLine in
      [(text, Style(.info))]
    }
    if entries.isEmpty { return arrivals + [[("Nobody is posted here.", Style(.dim))]] }
    return arrivals
      + entries.flatMap { entry -> [DetailLine] in
        let posting = entry.assignment
        var pieces: DetailLine = [(name(of: posting.unit), .normal)]
        if posting.unit.isKnown {
          let unit = document.base.units[posting.unit.index]
          pieces.append((" \(unit.force.rawValue)", Style(unit.force.role)))
          pieces.append((" \(document.base.id(posting.shift))", Style(.header)))
          // A split duty is not there all the time that it is on duty, which nobody sees in its id.
          let shift = posting.shift.isKnown ? document.settings.shifts[posting.shift] : nil
          if let shift, !shift.pauses.isEmpty {
            pieces.append((" \(document.settings.wallClock(cell.day, posting.shift))", Style(.dim)))
          }
          let facts = [unit.mode?.rawValue, unit.leader.isEmpty ? nil : unit.leader].compactMap { $0 }
          pieces.append((" " + facts.joined(separator: ", "), Style(.dim)))
        } else {
          pieces.append((" no such unit", Style(.conflict)))
        }
        if posting.isLocked { pieces.append((" = locked", Style(.locked))) }
        var lines = [pieces]
        if posting.unit.isKnown {
          lines += document.objections(toStanding: posting).map { [("  x " + $0, Style(.conflict))] }
        }
        let happened = document.grid.happened(to: posting)
        if !happened.isEmpty { lines.append([("  " + happened, Style(.info))]) }
        let note = document.base.text(posting.note)
        if !note.isEmpty { lines.append([("  “\(note)”", Style(.dim))]) }
        return lines
      }
  }

  /// The squares that count the cell's units: its own, its department's, its district's, the city's.
  private var squareLines: [DetailLine] {
    guard let cell = cellAtCursor else { return [] }
    return document.grid.lines(counting: cell.beat).compactMap { number in
      guard let tally = document.tally(demand: number, day: cell.day, tile: cell.tile) else { return nil }
      let line = document.frame.plan.lines[number]
      let place = line.beat == nil ? name(of: line.place) : "here"
      return [
        (tally.text(tally.mark, width: 9).padded(toCells: 8), Style(tally.mark.role)),
        ("\(place): \(words(of: line))", Style(.dim)),
      ]
    }
  }

  private func candidateLines(width: Int) -> [DetailLine] {
    guard cellAtCursor != nil else { return [] }
    guard let shortlist = grid.candidates, shortlist.revision == document.revision else { return [] }
    var lines: [DetailLine] = [[("\(shortlist.list.words)", Style(.header))]]
    lines += shortlist.candidates.prefix { $0.isLegal }.prefix(4).map { candidate in
      [
        (name(of: candidate.unit).padded(toCells: 16), .normal),
        (" \(document.base.id(candidate.shift)) ", Style(.header)),
        (standing(of: candidate, shortlist), Style(.dim)),
      ]
    }
    let ruledOut = shortlist.ruledOut.map { "\($0.rule) \($0.units)" }
    if ruledOut.isEmpty { return lines }
    let text = "ruled out: " + ruledOut.joined(separator: ", ")
    return lines + text.wrapped(toCells: max(1, width - 1)).map { [($0, Style(.dim))] }
  }
}
