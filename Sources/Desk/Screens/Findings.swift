import Coverage
import RosterModel
import Screen

/// The list of findings.
struct FindingsState: Sendable {
  var list = ListState()
  /// What reading found, then what the rules find; worst first.
  var findings: [Finding] = []
  /// How many references are not among them, because they name rows that could not be used.
  var unchecked = 0
  var revision = -1
}

extension ContextParts {
  static let findings = ContextParts(
    title: "Findings", commands: FindingsKeys.commands, hasScreenKeys: true, settle: { $0.settleFindings($1) },
    draw: { $0.drawFindings(in: $1, &$2) })
}

enum FindingsKeys {
  static let commands = [
    Command(
      ["Enter"], "Go there", "Go to the cell or the unit's posting on the grid", bar: 1,
      when: { $0.whyNoFindingPlace }
    ) { $0.goToSelectedFinding() },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.findings.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.findings.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.findings.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.findings.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the first line") { $0.findings.list.home() },
    Command(["End", "G"], "Bottom", "Go to the last line") { $0.findings.list.end() },
  ]
}

extension Model {
  mutating func openFindings() {
    open(.findings)
    findings.list.home()
  }

  /// Checks the roster against the catalogue; coverage has its own list, so its squares are left to that.
  mutating func refreshFindings() {
    guard findings.revision != document.revision else { return }
    findings.revision = document.revision
    var options = ValidationOptions()
    options.ignore = ["COV001", "COV002", "COV003"]
    options.today = now.day
    let (found, unchecked) = unusable.told(of: Validator.validate(document.grid, options: options).findings)
    findings.unchecked = unchecked
    let all = readingFindings + found
    findings.findings = Severity.allCases.reversed().flatMap { severity in all.filter { $0.severity == severity } }
  }

  /// Where a finding is on the grid.
  private var placeOfFinding: Search.Place? {
    guard findings.findings.indices.contains(findings.list.selected) else { return nil }
    switch findings.findings[findings.list.selected].subject {
    case .row: return nil
    case .cell(let beat, let day, let shift): return place(beatID: beat, day: day, shiftID: shift)
    case .square(let id, let day, let shift, _, _): return place(placeID: id, day: day, shiftID: shift)
    case .unit(let id, let day, let shift): return place(unitID: id, day: day, shiftID: shift)
    }
  }

  /// Why the chosen finding has no place to go to; `nil` where it has.
  var whyNoFindingPlace: String? {
    if findings.findings.isEmpty { return "there are no findings" }
    return placeOfFinding == nil ? "this finding is about no cell; it names the file and line" : nil
  }

  mutating func goToSelectedFinding() {
    guard let place = placeOfFinding else { return }
    go(to: place)
  }

  /// The place of a beat's cell by ids; `nil` where no table defines the beat.
  func place(beatID: String, day: Day, shiftID: String) -> Search.Place? {
    guard let beat = document.beat(beatID) else { return nil }
    return Search.Place(line: board.line(of: beat), column: column(day, shiftID))
  }

  private func place(placeID: String, day: Day, shiftID: String) -> Search.Place? {
    if let place = place(beatID: placeID, day: day, shiftID: shiftID) { return place }
    let group = board.lines.firstIndex { line in
      if case .group(let place) = line { return document.base.id(place) == placeID }
      return false
    }
    return group.map { Search.Place(line: $0, column: column(day, shiftID)) }
  }

  private func place(unitID: String, day: Day?, shiftID: String?) -> Search.Place? {
    guard let unit = document.base.units.firstIndex(where: { $0.id == unitID }) else { return nil }
    let postings = document.grid.assignments(of: UnitReference(unit)).filter {
      document.settings.period.contains($0.day) && $0.beat.isKnown
    }
    let posting =
      postings.first { $0.day == day && (shiftID == nil || document.base.id($0.shift) == shiftID) }
      ?? postings.first { $0.day == day } ?? (day == nil ? postings.first : nil)
    return posting.map {
      Search.Place(line: board.line(of: $0.beat), column: column($0.day, document.base.id($0.shift)))
    }
  }

  private func column(_ day: Day, _ shiftID: String) -> Int? {
    document.column(day, tile: document.tiles(ofShift: shiftID).first ?? 0)
  }

  mutating func settleFindings(_ body: Rect) {
    if screen == .findings { refreshFindings() }
    findings.list.settle(count: findings.findings.count, height: FindingsLayout(body).list.height)
  }
}
