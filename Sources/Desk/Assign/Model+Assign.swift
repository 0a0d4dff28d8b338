import Coverage
import RosterModel
import Screen

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

  /// The field of the prompt that is open, or of the help screen; `nil` where there is none.
  var openField: TextField? {
    switch prompt {
    case .assign(let assign): assign.field
    case .line(let line): line.field
    case .reason(let asked): asked.field
    case .choose, .confirm, .refused: nil
    case nil: screen == .help ? help.field : nil
    }
  }

  /// Changes the field of the prompt that is open.
  ///
  /// - Parameter change: changes the field; false where it does not.
  mutating func editPrompt(_ change: (inout TextField) -> Bool) -> Bool {
    switch prompt {
    case .assign(var assign):
      guard change(&assign.field) else { return false }
      assign.match(haystacks)
      if assign.matching.isEmpty, !assign.shortlist.isWhole {
        // Whoever types a callsign wants to see why that unit cannot come, even from the other end of the city.
        assign.shortlist = document.shortlist(for: assign.shortlist.cell, isWhole: true)
        assign.match(haystacks)
      }
      prompt = .assign(assign)
      return true
    case .line(var line):
      guard change(&line.field) else { return false }
      prompt = .line(line)
      return true
    case .reason(var asked):
      guard change(&asked.field) else { return false }
      prompt = .reason(asked)
      return true
    case .choose, .confirm, .refused, nil:
      return false
    }
  }

  mutating func settlePrompt(_ body: Rect) {
    switch prompt {
    case .assign(var assign):
      assign.list.settle(count: assign.matching.count, height: AssignLayout(body).list.height)
      prompt = .assign(assign)
    case .choose(var choice):
      let height = max(0, Self.choiceArea(choice, in: body).height - 1)
      choice.list.settle(count: choice.options.count, height: height)
      prompt = .choose(choice)
    case .line, .confirm, .reason, .refused, nil: break
    }
  }
}
