import Coverage
import RosterModel

/// Coverage, gaps and loads as one page that needs nothing else: no script, no image, no font, nothing from a network.
///
/// Whatever text a roster holds is escaped, and a policy in the page forbids scripts besides, so a name can neither run nor
/// load anything.
///
/// Source: W3C, Content Security Policy Level 3 (`default-src 'none'`); OWASP, Cross Site Scripting Prevention.
public struct CoverageReport: Sendable {
  /// The most gaps that are listed; the rest are counted.
  static let mostGaps = 500

  private let roster: Roster
  private let grid: CoverageGrid
  private let selection: SheetSelection
  private let days: ClosedRange<Day>
  private let staleness: Staleness?

  /// The report of the chosen part of a roster.
  ///
  /// - Parameters:
  ///   - days: the duty days; those of the period count.
  ///   - staleness: that the roster is stale, which the page then says first; `nil` where it is not.
  public init(
    _ roster: Roster, grid: CoverageGrid, selection: SheetSelection, days: ClosedRange<Day>,
    staleness: Staleness? = nil
  ) {
    self.roster = roster
    self.grid = grid
    self.selection = selection
    self.days = days
    self.staleness = staleness
  }

  /// The page, UTF-8; the same bytes for the same roster.
  ///
  /// O(squares + assignments × log).
  public var html: [UInt8] {
    var html = HTMLText()
    html.markup(Self.head)
    html.markup("<title>")
    if staleness != nil { html.text("\(Staleness.mark): ") }
    html.text(roster.settings.title)
    html.markup("</title>\n</head>\n<body>\n")
    if let staleness {
      html.markup("<p class=\"stale\">")
      html.text("\(Staleness.mark): \(staleness.words).")
      html.markup("</p>\n")
    }
    html.markup("<h1>")
    html.text(roster.settings.title)
    html.markup("</h1>\n<p>")
    html.text("\(days.lowerBound) to \(days.upperBound)\(part)")
    html.markup("</p>\n")
    let lacking = squaresBelowDemand()
    writeFigures(to: &html)
    html.markup("<section><h2>Coverage</h2>\n")
    html.markup("<p class=\"k\"><span class=\"ok\">met</span> <span class=\"low\">below target</span> ")
    html.markup(
      "<span class=\"g1\">up to a quarter of the minimum missing</span> <span class=\"g2\">up to half</span> ")
    html.markup("<span class=\"g3\">more</span>; numbers are units missing</p>\n")
    HeatMap(roster, grid: grid, selection: selection, days: days).write(to: &html, roster)
    html.markup("</section>\n<section><h2>Gaps</h2>\n")
    write(lacking.filter { $0.gap > 0 }, to: &html)
    writeEvents(to: &html)
    html.markup(
      "</section>\n<section><h2>Load of each unit</h2>\n<p>The mark on a bar is the unit's fair share: what it ")
    html.markup("would work at the mean of its force, regime and district, per day on which it is not away.</p>\n")
    LoadTable(UnitLoad.all(roster, grid: grid, selection: selection, days: days), in: roster).write(to: &html)
    html.markup("</section>\n</body>\n</html>\n")
    return html.bytes
  }

  private var part: String {
    let names = [
      selection.district.map { ReportNames.name(of: .district($0), in: roster) },
      selection.department.map { ReportNames.name(of: .department($0), in: roster) },
    ].compactMap { $0 }
    return names.isEmpty ? "" : ", " + names.joined(separator: ", ")
  }

  private func squaresBelowDemand() -> [SquareState] {
    let lines = grid.frame.plan.lines
    return grid.squaresBelowDemand(in: CoverageScope(from: days.lowerBound, to: days.upperBound)).filter {
      selection.includes(lines[$0.square.line].place, in: roster)
    }
  }

  private func writeFigures(to html: inout HTMLText) {
    var squares = 0
    var met = 0
    var missing = 0
    var required = 0
    let lines = grid.frame.plan.lines
    grid.forEachSquare(in: CoverageScope(from: days.lowerBound, to: days.upperBound)) { state in
      guard selection.includes(lines[state.square.line].place, in: roster) else { return }
      squares += 1
      met += state.have >= state.square.target ? 1 : 0
      missing += state.gap
      required += state.square.minimum
    }
    html.markup("<p>")
    html.text(
      "\(met) of \(squares) squares at target; \(missing) of \(required) required units missing")
    html.markup("</p>\n")
  }

  private func write(_ gaps: [SquareState], to html: inout HTMLText) {
    guard !gaps.isEmpty else { return html.markup("<p>None.</p>\n") }
    html.markup("<table><thead><tr><th>day</th><th>shift</th><th>place</th><th>kind</th><th>force</th><th>skill</th>")
    html.markup("<th>have</th><th>minimum</th><th>missing</th></tr></thead><tbody>\n")
    for gap in gaps.prefix(Self.mostGaps) {
      let line = grid.frame.plan.lines[gap.square.line]
      let words = [
        gap.square.day.description, roster.settings.shifts.tile(gap.square.tile).id,
        "\(ReportNames.name(of: line.place, in: roster)) (\(roster.id(line.place)))", line.kind?.rawValue ?? "",
        line.force?.rawValue ?? "any", line.skill,
      ]
      html.markup("<tr>")
      for word in words {
        html.markup("<td>")
        html.text(word)
        html.markup("</td>")
      }
      for number in [gap.have, gap.square.minimum, gap.gap] {
        html.markup("<td class=\"r\">")
        html.number(number)
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table>\n")
    if gaps.count > Self.mostGaps {
      html.markup("<p>and ")
      html.number(gaps.count - Self.mostGaps)
      html.markup(" more</p>\n")
    }
  }

  /// What happened during the shifts; nothing where nothing did.
  private func writeEvents(to html: inout HTMLText) {
    let rows = grid.manoeuvresAsTheyStand.filter {
      days.contains($0.day) && selection.includes(roster.units[$0.unit.index].home, in: roster)
    }.sorted { ($0.day, $0.at, $0.unit.raw, $0.kind.rawValue) < ($1.day, $1.at, $1.unit.raw, $1.kind.rawValue) }
    guard !rows.isEmpty else { return }
    html.markup("</section>\n<section><h2>During the shifts</h2>\n<table><thead><tr><th>day</th><th>shift</th>")
    html.markup("<th>unit</th><th>callsign</th><th>what</th><th>why</th><th>by</th></tr></thead><tbody>\n")
    for row in rows {
      let unit = roster.units[row.unit.index]
      let words = [
        row.day.description, roster.id(row.shift), unit.id, unit.callsign,
        row.kind.words(at: row.at.wallClock, beat: row.beat.map { roster.id($0) }), row.reason, row.by,
      ]
      html.markup("<tr>")
      for word in words {
        html.markup("<td>")
        html.text(word)
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table>\n")
  }

  private static let head: StaticString = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'">
    <meta name="viewport" content="width=device-width">
    <style>
    body { font: 10pt sans-serif; margin: 1em; color: #111; background: #fff }
    h1 { font-size: 16pt } h2 { font-size: 13pt } h3 { font-size: 10pt; margin: 1em 0 .3em }
    table { border-collapse: collapse } th, td { border: 1px solid #bbb; padding: 1px 5px; text-align: left }
    thead { display: table-header-group } tr, svg { break-inside: avoid } .r { text-align: right }
    svg.map { display: block; max-width: 100%; height: auto; margin: 0 0 8px }
    svg.bar { width: 102px; height: 9px; vertical-align: middle }
    text { font: 11px sans-serif; fill: #111 } .t { text-anchor: middle; font-size: 9px; fill: #444 }
    .w { font-weight: bold } .m { text-anchor: middle; font-size: 9px } rect { stroke: #fff }
    .b { fill: #5b8db8 } .f { stroke: #111; stroke-width: 1.5 }
    .ok { fill: #cfe8cf; background: #cfe8cf } .low { fill: #fbeeb0; background: #fbeeb0 }
    .g1 { fill: #f6c28b; background: #f6c28b } .g2 { fill: #ee8f6f; background: #ee8f6f }
    .g3 { fill: #d9605a; background: #d9605a } .k span { padding: 1px 5px }
    .stale { border: 3px solid #b00020; padding: .5em; font-size: 14pt; font-weight: bold }
    @media print { * { -webkit-print-color-adjust: exact; print-color-adjust: exact } }
    @page { size: A4 landscape; margin: 12mm }
    </style>

    """
}

/// What a report calls places.
enum ReportNames {
  /// A place's name; its id where it has none.
  static func name(of place: Place, in roster: Roster) -> String {
    let name: String =
      switch place {
      case .district(let reference) where reference.isKnown: roster.districts[reference.index].name
      case .department(let reference) where reference.isKnown: roster.departments[reference.index].name
      case .beat(let reference) where reference.isKnown: roster.beats[reference.index].name
      case .city: "City"
      default: ""
      }
    return name.isEmpty ? roster.id(place) : name
  }
}

/// HTML as it is written: what is markup is written as it stands, what is text is escaped.
struct HTMLText {
  /// What has been written so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes markup of the program.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a number into text or an attribute.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Writes a number of tenths with one digit after the point.
  mutating func tenths(_ tenths: Int) {
    bytes.append(contentsOf: "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)".utf8)
  }

  /// Writes text of a roster, between tags or in a quoted attribute.
  ///
  /// What could command a terminal or turn the reading order is replaced by U+FFFD. O(bytes).
  mutating func text(_ text: String) {
    for byte in HarmlessText.from(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      default: bytes.append(byte)
      }
    }
  }
}
