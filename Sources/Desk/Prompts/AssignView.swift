import Coverage
import RosterModel
import Screen

/// How the assign prompt divides its window.
struct AssignLayout {
  let window: Rect
  let field: Rect
  let list: Rect
  /// The reasons of the candidate under the cursor; empty in a low window.
  let reasons: Rect

  init(_ body: Rect) {
    let width = body.width > 60 ? min(100, body.width - 8) : body.width
    let height = body.height > 12 ? min(26, body.height - 2) : body.height
    window = body.centered(Size(width: width, height: height))
    let inside = window.splitTop(window.height > 1 ? 1 : 0).rest.inset(columns: window.width > 24 ? 1 : 0)
    let (field, rest) = inside.splitTop(1)
    let (list, reasons) = rest.splitBottom(rest.height >= 6 ? 2 : 0)
    self.field = field
    self.list = list
    self.reasons = reasons
  }
}

extension Model {
  func drawAssign(_ assign: AssignPrompt, in body: Rect, _ frame: inout Frame) {
    let layout = AssignLayout(body)
    _ = frame.drawPopup(
      layout.window, title: "Assign to \(words(of: assign.shortlist.cell)) · \(assign.shortlist.list.words)")
    frame.drawField(
      assign.field, in: layout.field, hint: "type a callsign, leader or skill", style: Style(.input, on: .popup))
    frame.drawList(assign.list, in: layout.list) { frame, index, row in
      drawCandidate(assign.shortlist.candidates[assign.matching[index]], assign.shortlist, in: row, &frame)
    }
    if assign.matching.isEmpty {
      frame.write(
        "No unit matches.", at: layout.list.origin, width: layout.list.width, style: Style(.dim, on: .popup),
        clip: layout.list)
    }
    guard let selected = assign.selected else { return }
    let lines =
      selected.reasons.isEmpty
      ? [standing(of: selected, assign.shortlist)] : selected.reasons.map { ($0.isHard ? "x " : "- ") + $0.message }
    for (offset, line) in lines.prefix(layout.reasons.height).enumerated() {
      frame.write(
        line, at: layout.reasons.origin.moved(rows: offset), width: layout.reasons.width,
        style: Style(selected.isLegal ? .dim : .warning, on: .popup), clip: layout.reasons)
    }
  }

  private func drawCandidate(_ candidate: Candidate, _ shortlist: Shortlist, in row: Rect, _ frame: inout Frame) {
    let unit = document.base.units[candidate.unit.index]
    let dim: Role? = candidate.isLegal ? nil : .disabled
    let nameWidth = max(8, min(24, row.width / 3))
    let reason = candidate.reasons.first.flatMap { $0.isHard ? "x " + $0.message : nil }
    frame.write(
      pieces: [
        (name(of: candidate.unit).padded(toCells: nameWidth) + " ", Style(dim ?? .normal, on: .popup)),
        (document.base.id(candidate.shift).padded(toCells: 3) + " ", Style(dim ?? .header, on: .popup)),
        (unit.force.rawValue.padded(toCells: 9) + " ", Style(dim ?? unit.force.role, on: .popup)),
        (reason ?? standing(of: candidate, shortlist), Style(dim ?? .dim, on: .popup)),
      ], in: row)
  }

  /// What speaks for a candidate: home, hours, wishes, leader and skills.
  func standing(of candidate: Candidate, _ shortlist: Shortlist) -> String {
    let unit = document.base.units[candidate.unit.index]
    var words = [name(of: unit.home), "\(candidate.minutes / 60) h"]
    if let leaves = candidate.leaves {
      words.insert("leaves \(name(of: .beat(leaves.beat))) \(document.base.id(leaves.shift))", at: 0)
    }
    if !candidate.isAskedFor { words.insert("nobody asks for it there", at: 0) }
    switch shortlist.wishes[candidate.unit] {
    case .want: words.append("wants it")
    case .avoid: words.append("asked not to")
    case nil: break
    }
    if let mode = unit.mode { words.append(mode.rawValue) }
    words += unit.skills
    if !unit.leader.isEmpty { words.append(unit.leader) }
    return words.joined(separator: " · ")
  }
}
