import Coverage
import RosterModel
import Screen

/// The question whom to post to a cell.
struct AssignPrompt: Sendable {
  var shortlist: Shortlist
  var field = TextField()
  /// The numbers of the candidates that match what was typed, in the order of the shortlist.
  var matching: [Int]
  var list = ListState()

  init(_ shortlist: Shortlist) {
    self.shortlist = shortlist
    matching = Array(shortlist.candidates.indices)
  }

  /// Keeps the candidates whose unit has every word that was typed.
  mutating func match(_ haystacks: [Haystack]) {
    let needle = Needle(field.text)
    matching = shortlist.candidates.indices.filter { needle.isIn(haystacks[shortlist.candidates[$0].unit.index]) }
    list.home()
  }

  /// The candidate under the cursor.
  var selected: Candidate? {
    matching.indices.contains(list.selected) ? shortlist.candidates[matching[list.selected]] : nil
  }
}

extension ContextParts {
  static let assign = ContextParts(title: "Assign", takesText: true, commands: AssignKeys.commands)
}

/// The keys of the assign prompt; letters and digits go into its field.
enum AssignKeys {
  static let commands = [
    Command(["Enter"], "Assign", "Post the unit under the cursor to the cell; asks where a rule is against it", bar: 1)
    {
      $0.assignSelected()
    },
    Command(["Up", "Ctrl-P"], "Up", "Go to the candidate above", isListed: false) { $0.moveAssign(-1) },
    Command(["Down", "Ctrl-N", "Tab"], "Next", "Go to the candidate below", bar: 3) { $0.moveAssign(1) },
    Command(["PgUp"], "Page up", "Go a page up", isListed: false) { $0.pageAssign(-1) },
    Command(["PgDn"], "Page down", "Go a page down", isListed: false) { $0.pageAssign(1) },
    Command(["Esc", "Ctrl-C"], "Cancel", "Close the list and change nothing", bar: 2) { $0.prompt = nil },
  ]
}

extension Model {
  /// Why nobody can be posted here; `nil` where someone can.
  var whyNoAssign: String? {
    if let reason = whyNoEdit { return reason }
    if document.columns == 0 { return "the roster has no shifts" }
    return beatAtCursor == nil && beatToFill == nil ? "there is no beat here" : nil
  }

  /// The beat of a heading's or a square's place that lacks most in the column, and then has least; `nil` on a beat.
  private var beatToFill: BeatReference? {
    guard beatAtCursor == nil, board.lines.indices.contains(grid.line) else { return nil }
    var asked = DemandLine(place: .city)
    switch board.lines[grid.line] {
    case .beat: return nil
    case .group(let place): asked.place = place
    case .demand(let number): asked = document.frame.plan.lines[number]
    }
    let beats = document.base.beats.indices.filter { index in
      let beat = document.base.beats[index]
      guard asked.kind == nil || asked.kind == beat.kind, asked.force.map(beat.forces.contains) ?? true else {
        return false
      }
      return document.base.contains(asked.place, beat.place)
    }
    return beats.map { BeatReference($0) }.min { order($0) < order($1) }
  }

  private func order(_ beat: BeatReference) -> (Int, Int) {
    let tally = document.tally(beat: beat, day: dayAtCursor, tile: tileAtCursor)
    return (-tally.gap, tally.have - tally.target)
  }

  /// Asks whom to post to the cell under the cursor; on a heading or a square, goes to the beat that needs it most first.
  mutating func openAssign() {
    guard whyNoAssign == nil else { return }
    if let beat = beatToFill {
      let place = title(ofLine: board.lines[grid.line])
      grid.line = board.line(of: beat)
      return say(.note, "\(name(of: .beat(beat))) needs it most of \(place); Enter assigns here.")
    }
    guard let cell = cellAtCursor else { return }
    if haystacks.isEmpty {
      haystacks = document.base.units.map { unit in
        Haystack(
          ([unit.callsign, unit.leader, unit.id, unit.mode?.rawValue ?? ""] + unit.skills).joined(separator: " "))
      }
    }
    let known = grid.candidates
    let isFresh = known?.cell == cell && known?.revision == document.revision
    let shortlist = isFresh ? known : nil
    prompt = .assign(AssignPrompt(shortlist ?? document.shortlist(for: cell)))
  }

  mutating func moveAssign(_ lines: Int) {
    guard case .assign(var assign) = prompt else { return }
    assign.list.move(by: lines)
    prompt = .assign(assign)
  }

  mutating func pageAssign(_ direction: Int) {
    guard case .assign(var assign) = prompt else { return }
    assign.list.page(direction)
    prompt = .assign(assign)
  }

  /// Posts the unit under the cursor; asks in which shift where its regime knows several, and whether where a rule is
  /// against it.
  mutating func assignSelected() {
    guard case .assign(let assign) = prompt else { return }
    guard let candidate = assign.selected else {
      return say(.refused, "No unit is called “\(assign.field.text)”; Esc goes back.")
    }
    prompt = nil
    let cell = assign.shortlist.cell
    let known = document.shifts(of: candidate.unit, covering: cell.tile)
    let options = (known.isEmpty ? [candidate.shift] : known).map { shift in
      let row = document.settings.shifts[shift]
      let posting = Assignment(day: cell.day, shift: shift, beat: cell.beat, unit: candidate.unit)
      let objection = document.objections(to: posting, leaving: candidate.leaves).first.map { " x " + $0 } ?? ""
      return ChoosePrompt.Option(
        label: "\(row.id) \(row.name) \(document.settings.wallClock(cell.day, shift))\(objection)",
        action: .post(posting, leaving: candidate.leaves))
    }
    offer("\(name(of: candidate.unit)): which shift?", options)
  }

  /// Posts a unit, which may leave another post for it, after asking where a rule is against it or a gap is left there.
  mutating func post(_ posting: Assignment, leaving: Assignment? = nil) {
    let isThere = document.grid.assignments(of: posting.unit).contains { $0.isSamePosting(as: posting) }
    guard !isThere else { return say(.refused, "\(name(of: posting.unit)) is already posted there.") }
    let place = "\(name(of: .beat(posting.beat))), \(DayWords.short(posting.day)) \(document.base.id(posting.shift))"
    guard let leaving else {
      return performIfLegal(
        EditStep(name: "Assign \(name(of: posting.unit)) to \(place)", edits: [.add(posting)]),
        objections: document.objections(to: posting))
    }
    let edits: [Edit] = [.remove(leaving), .add(posting)]
    let judgement = document.judgement(of: edits)
    let left = judgement.gaps.filter { $0.more > 0 }.map { gap in
      let line = document.frame.plan.lines[gap.square.line]
      return "leaves a gap: \(name(of: line.place)) \(tileID(gap.square.tile)), \(words(of: line))"
    }
    performIfLegal(
      EditStep(name: "Move \(name(of: posting.unit)) to \(place)", edits: edits),
      objections: judgement.breaks.filter(\.isHard).map(\.message) + left)
  }

  /// Does a step, after asking where rules are against it.
  mutating func performIfLegal(_ step: EditStep, objections: [String]) {
    if objections.isEmpty {
      perform(step)
    } else {
      prompt = .confirm(.illegal(intention(step), reasons: objections))
    }
  }
}
