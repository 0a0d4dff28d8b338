import RosterModel
import Screen

/// How the history divides the body of the window.
struct HistoryLayout {
  let head: Rect
  let list: Rect
  /// The chosen entry's changes; empty in a low window.
  let detail: Rect

  init(_ body: Rect) {
    let (head, rest) = body.splitTop(body.height >= 3 ? 1 : 0)
    self.head = head
    (list, detail) = rest.splitBottom(rest.height >= 12 ? min(12, rest.height / 3) : 0)
  }
}

extension Model {
  func drawHistory(in body: Rect, _ frame: inout Frame) {
    let layout = HistoryLayout(body)
    frame.fill(layout.head, style: Style(.header))
    frame.write(
      headOfHistory, at: layout.head.origin, width: layout.head.width, style: Style(.header), clip: layout.head)
    if history.listed.isEmpty {
      let text = acts.entries.isEmpty ? "Nothing was changed yet." : "Nothing of that; F lists everything."
      frame.write(text, at: layout.list.origin, width: layout.list.width, style: Style(.dim), clip: layout.list)
    }
    frame.drawList(history.list, in: layout.list) { frame, index, row in
      drawEntry(acts.entries[history.listed[index]], in: row, &frame)
    }
    drawChanges(in: layout.detail, &frame)
  }

  private var headOfHistory: String {
    let count = acts.entries.count == 1 ? "1 entry" : "\(acts.entries.count) entries"
    let filter = history.filter.words.map { "; \(history.listed.count) of \($0)" } ?? ""
    return "\(count)\(filter), the latest first; `patrol log` lists all there ever were"
  }

  private func drawEntry(_ entry: JournalEntry, in row: Rect, _ frame: inout Frame) {
    if acts.recorded.damaged.contains(entry.position) {
      let label = "damaged".padded(toCells: row.width >= 60 ? 17 : 8) + " "
      return frame.write(pieces: [(label, Style(.conflict)), (words(of: entry), .normal)], in: row)
    }
    let isUndone = history.undone.contains(entry.position)
    let draft = entry.draft
    let isWide = row.width >= 60
    var pieces: DetailLine = [
      (moment(entry.at).padded(toCells: isWide ? 17 : 6), Style(.header)),
      (entry.author.person.padded(toCells: isWide ? 13 : 7) + " ", Style(isUndone ? .disabled : .info)),
    ]
    if isUndone { pieces.append(("undone: ", Style(.dim))) }
    if draft.isForced { pieces.append(("forced: ", Style(.conflict))) }
    pieces.append((words(of: entry), Style(isUndone ? .disabled : .normal)))
    if !draft.reason.isEmpty { pieces.append((" “\(draft.reason)”", Style(.dim))) }
    frame.write(pieces: pieces, in: row)
  }

  /// The chosen entry's changes, as far as there is room.
  private func drawChanges(in area: Rect, _ frame: inout Frame) {
    guard area.height > 1, let entry = selectedEntry else { return }
    let (edge, rest) = area.splitTop(1)
    frame.fill(edge, with: "─", style: Style(.border))
    if acts.recorded.damaged.contains(entry.position) { return drawAdvice(in: rest, &frame) }
    let count = entry.draft.changes.count
    frame.write(
      " \(entry.author.person), \(moment(entry.at)): \(count == 1 ? "1 change" : "\(count) changes") ",
      at: edge.origin, width: edge.width, style: Style(.title), clip: edge)
    var lines = entry.draft.reason.isEmpty ? [] : ["“\(entry.draft.reason)”"].map { [($0, Style(.dim))] }
    let room = max(0, rest.height - lines.count)
    lines += entry.draft.changes.prefix(count > room ? max(0, room - 1) : room).map(line(of:))
    if count > room { lines.append([("and \(count - max(0, room - 1)) more", Style(.dim))]) }
    for (offset, line) in lines.prefix(rest.height).enumerated() {
      frame.write(pieces: line, in: rest.splitTop(offset).rest.splitTop(1).top)
    }
  }

  private func drawAdvice(in area: Rect, _ frame: inout Frame) {
    let advice = "`patrol log` says what stands there now; `patrol journal check` tells more."
    frame.write(pieces: [(advice, Style(.dim))], in: area.splitTop(1).top)
  }

  private func line(of change: RowChange) -> DetailLine {
    let (sign, text) = words(of: change)
    let role: Role = sign == "+" ? .proposalAdded : sign == "-" ? .proposalRemoved : .normal
    return [("\(sign) ", Style(role)), (text, .normal)]
  }
}
