import RosterModel
import Screen

/// How the plan screen divides the body of the window.
struct PlanLayout {
  let figures: Rect
  let list: Rect

  init(_ body: Rect) {
    (figures, list) = body.splitTop(body.height >= 10 ? 6 : min(3, max(0, body.height - 1)))
  }
}

extension Model {
  func drawPlan(in body: Rect, _ frame: inout Frame) {
    let layout = PlanLayout(body)
    let lines: [DetailLine] =
      switch plan.phase {
      case .idle: [[("No plan is being made.", Style(.dim))]]
      case .running(let isStopping): runningLines(isStopping: isStopping, width: body.width)
      case .proposed(let proposal): proposalLines(proposal, width: body.width)
      }
    let figures = plan.proposal == nil ? body : layout.figures
    for (offset, line) in lines.prefix(figures.height).enumerated() {
      frame.write(pieces: line, in: figures.splitTop(offset).rest.splitTop(1).top)
    }
    guard let proposal = plan.proposal else { return }
    frame.drawList(plan.list, in: layout.list) { frame, index, row in
      frame.write(pieces: words(of: proposal.lines[index]), in: row)
    }
  }

  private func runningLines(isStopping: Bool, width: Int) -> [DetailLine] {
    var lines: [DetailLine] = [[(isStopping ? "Stopping…" : "Planning \(plan.subject)…", Style(.title))]]
    guard let report = plan.reports.last else { return lines + [[("Looking for a first plan.", Style(.dim))]] }
    lines.append([
      ("\(report.elapsed.tenths) s   ", .normal),
      ("\(report.gaps) missing below minimum", Style(report.gaps > 0 ? .gap : .met)),
      ("   \(report.shortfall) below target", Style(report.shortfall > 0 ? .short : .met)),
    ])
    lines.append([("cost \(report.cost)" + Self.bound(report.cost, report.bound), .normal)])
    lines.append([
      ("cost over time ", Style(.dim)), (Sparkline.text(plan.reports.map(\.cost), width: width - 16), Style(.info)),
    ])
    lines.append([("Esc stops with the best so far.", Style(.dim))])
    return lines
  }

  private func proposalLines(_ proposal: ProposalView, width: Int) -> [DetailLine] {
    let result = proposal.result
    var lines: [DetailLine] = [
      [("Proposal for \(plan.subject)" + (result.isCancelled ? ", stopped early" : ""), Style(.title))],
      [
        ("+\(proposal.added) added  ", Style(.proposalAdded)),
        ("-\(proposal.removed) removed", Style(.proposalRemoved)),
      ],
      [
        ("missing below minimum ", .normal),
        ("\(proposal.before.missing) -> \(proposal.after.missing)", gapStyle(proposal)),
        ("   gaps \(proposal.before.gaps) -> \(proposal.after.gaps)", .normal),
        ("   below target \(proposal.before.shortfall) -> \(proposal.after.shortfall)", .normal),
      ],
      [("cost \(result.cost)" + Self.bound(result.cost, result.bound), .normal)],
    ]
    if let note = result.notes.first {
      let more = result.notes.count > 1 ? " (and \(result.notes.count - 1) more)" : ""
      lines += (note + more).wrapped(toCells: max(1, width)).map { [($0, Style(.warning))] }
    } else if result.edits.isEmpty {
      lines.append([("Nothing better was found; the roster stays as it is.", Style(.info))])
    }
    return lines
  }

  private func gapStyle(_ proposal: ProposalView) -> Style {
    if proposal.after.missing == 0 { return Style(.met) }
    return Style(proposal.after.missing < proposal.before.missing ? .short : .gap)
  }

  private static func bound(_ cost: Int, _ bound: Int) -> String {
    guard bound > 0 else { return "" }
    let perMille = (max(0, cost - bound) * 1000 + bound - 1) / bound
    return ", at least \(bound) (at most \(perMille / 10).\(perMille % 10) % above the best possible)"
  }

  private func words(of edit: Edit) -> DetailLine {
    switch edit {
    case .add(let posting): words(of: posting, "+ ", .proposalAdded)
    case .remove(let posting): words(of: posting, "- ", .proposalRemoved)
    case .replace(_, let posting): words(of: posting, "~ ", .proposalAdded)
    case .addAbsence(let absence): [("+ \(name(of: absence.unit)) away", Style(.proposalAdded))]
    case .removeAbsence(let absence): [("- \(name(of: absence.unit)) away", Style(.proposalRemoved))]
    // No plan publishes anything, or says what happens during a shift.
    case .addPublication, .removePublication, .addPublished, .removePublished, .addManoeuvre, .removeManoeuvre,
      .addCall,
      .removeCall:
      []
    }
  }

  private func words(of posting: Assignment, _ sign: String, _ role: Role) -> DetailLine {
    [
      (sign, Style(role)), (DayWords.short(posting.day).padded(toCells: 11), .normal),
      (document.base.id(posting.shift).padded(toCells: 4), Style(.header)),
      (posting.beat.isKnown ? name(of: .beat(posting.beat)).padded(toCells: 24) : "", .normal),
      (" " + name(of: posting.unit), Style(role)),
    ]
  }
}

extension Double {
  /// Seconds with one decimal, without Foundation.
  fileprivate var tenths: String {
    guard isFinite, magnitude < 1e12 else { return "-" }
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}

/// A row of little bars.
enum Sparkline {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The values from left to right in at most `width` cells, the latest last; higher bars are larger values.
  ///
  /// Where there are more values than cells, each cell shows the last of its share.
  static func text(_ values: [Int], width: Int) -> String {
    guard width > 0, let low = values.min(), let high = values.max() else { return "" }
    let count = min(width, values.count)
    return String(
      (0..<count).map { cell in
        let value = values[(cell + 1) * values.count / count - 1]
        return high == low ? bars[0] : bars[Int(Double(value - low) / Double(high - low) * Double(bars.count - 1))]
      })
  }
}
