import RosterModel
import Screen

/// How the list of findings divides the body of the window.
struct FindingsLayout {
  let head: Rect
  let list: Rect
  /// The chosen finding at length; empty in a low window.
  let detail: Rect

  init(_ body: Rect) {
    let (head, rest) = body.splitTop(body.height >= 3 ? 1 : 0)
    self.head = head
    (list, detail) = rest.splitBottom(rest.height >= 12 ? 4 : 0)
  }
}

extension Model {
  func drawFindings(in body: Rect, _ frame: inout Frame) {
    let layout = FindingsLayout(body)
    let counts = Severity.allCases.reversed().filter { $0 != .off }.map { severity in
      (severity, findings.findings.count { $0.severity == severity })
    }
    let words = counts.map { "\($1) \($0.rawValue)\($1 == 1 || $0 == .info ? "" : "s")" }.joined(separator: ", ")
    frame.fill(layout.head, style: Style(.header))
    let count = findings.unchecked
    let unchecked =
      count > 0 ? " \(count) reference\(count == 1 ? "" : "s") to rows that could not be used not checked." : ""
    frame.write(
      "\(words).\(unchecked) What cells lack is in the list of gaps.", at: layout.head.origin, width: layout.head.width,
      style: Style(.header), clip: layout.head)
    frame.drawList(findings.list, in: layout.list) { frame, index, row in
      let finding = findings.findings[index]
      frame.write(
        pieces: [
          (finding.severity.rawValue.padded(toCells: 8), Style(role(of: finding.severity))),
          (finding.rule.id + " ", Style(.dim)), (place(of: finding), Style(.header)), (finding.message, .normal),
        ], in: row)
    }
    guard findings.findings.indices.contains(findings.list.selected), layout.detail.height > 1 else { return }
    let finding = findings.findings[findings.list.selected]
    let (edge, rest) = layout.detail.splitTop(1)
    frame.fill(edge, with: "─", style: Style(.border))
    frame.write(" \(finding.rule.id) \(finding.rule.name) ", at: edge.origin, style: Style(.title), clip: edge)
    let texts = [place(of: finding) + finding.message, finding.rule.reason]
    let lines = texts.flatMap { $0.wrapped(toCells: max(1, rest.width)) }
    for (offset, line) in lines.prefix(rest.height).enumerated() {
      frame.write(line, at: rest.origin.moved(rows: offset), clip: rest)
    }
  }

  private func place(of finding: Finding) -> String {
    guard let location = finding.location else { return "" }
    let numbers = [location.line, location.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return location.file + numbers + ": "
  }

  private func role(of severity: Severity) -> Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    case .off: .dim
    }
  }
}
