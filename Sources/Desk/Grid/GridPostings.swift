import RosterModel

extension Model {
  /// The postings of the cell under the cursor, duties that cover the tile included.
  var postingsAtCursor: [Assignment] {
    guard let cell = cellAtCursor else { return [] }
    return document.grid.entries(beat: cell.beat, day: cell.day, tile: cell.tile).map(\.assignment)
  }

  /// Why there is no posting to change here; `nil` where there is.
  var whyNoPosting: String? {
    if let reason = whyNoEdit { return reason }
    if beatAtCursor == nil { return "this line is not a beat; go to one of its beats" }
    return postingsAtCursor.isEmpty ? "nobody is posted to this cell" : nil
  }

  /// Takes a posting of the cell away; asks which where there are several.
  mutating func clearCell() {
    let postings = postingsAtCursor
    guard let cell = cellAtCursor, !postings.isEmpty else { return }
    let free = postings.filter { !$0.isLocked }
    guard !free.isEmpty else { return say(.refused, "Clear: locked; = unlocks.") }
    var options = free.map { posting in
      let step = EditStep(name: "Clear \(name(of: posting.unit)) from \(words(of: cell))", edits: [.remove(posting)])
      return ChoosePrompt.Option(label: words(of: posting), action: .perform(step))
    }
    if options.count > 1 {
      let step = EditStep(name: "Clear \(words(of: cell))", edits: free.map { .remove($0) })
      options.append(ChoosePrompt.Option(label: "all \(free.count)", action: .perform(step)))
    }
    offer("Clear which?", options)
  }

  /// Locks a posting of the cell or unlocks it; asks which where there are several.
  mutating func toggleLock() {
    guard let cell = cellAtCursor else { return }
    let options = postingsAtCursor.map { posting in
      var changed = posting
      changed.isLocked.toggle()
      let verb = changed.isLocked ? "Lock" : "Unlock"
      let step = EditStep(
        name: "\(verb) \(name(of: posting.unit)) at \(words(of: cell))", edits: [.replace(posting, with: changed)])
      return ChoosePrompt.Option(label: "\(verb.lowercased()) \(words(of: posting))", action: .perform(step))
    }
    offer("Lock or unlock which?", options)
  }

  /// Marks a unit of the cell absent for the duty day; asks which and why.
  mutating func markAbsent() {
    guard let cell = cellAtCursor else { return }
    var options: [ChoosePrompt.Option] = []
    for posting in postingsAtCursor where posting.unit.isKnown {
      let reasons = AbsenceReason.allCases.map { reason in
        ChoosePrompt.Option(
          label: reason.rawValue, action: .perform(absence(of: posting.unit, on: cell.day, reason)))
      }
      let title = "\(name(of: posting.unit)) is away on \(DayWords.short(cell.day)): why?"
      options.append(
        ChoosePrompt.Option(
          label: words(of: posting), action: .choose(ChoosePrompt(title: title, options: reasons))))
    }
    offer("Who is away?", options)
  }

  /// An absence for a day, which takes the unit's postings of that day away, except locked ones.
  private func absence(of unit: UnitReference, on day: Day, _ reason: AbsenceReason) -> EditStep {
    let postings = document.grid.assignments(of: unit).filter { $0.day == day && !$0.isLocked }
    return EditStep(
      name: "Mark \(name(of: unit)) away on \(DayWords.short(day)) (\(reason.rawValue))",
      edits: postings.map { .remove($0) } + [.addAbsence(Absence(unit: unit, days: .day(day), reason: reason))])
  }

  /// A posting in a list: callsign, shift, and whether it is locked.
  func words(of posting: Assignment) -> String {
    "\(name(of: posting.unit)) (\(document.base.id(posting.shift)))" + (posting.isLocked ? " =" : "")
  }
}

extension Model {
  /// Takes a posting of the cell in hand, to be put down in another cell; asks which where there are several.
  mutating func pickUp() {
    let free = postingsAtCursor.filter { !$0.isLocked }
    guard !free.isEmpty else { return say(.refused, "Move: locked; = unlocks.") }
    offer("Move which?", free.map { ChoosePrompt.Option(label: words(of: $0), action: .carry($0)) })
  }

  mutating func carry(_ posting: Assignment) {
    grid.carried = posting
    say(
      .note, "\(words(of: posting)) in hand: m puts it down in another cell, s swaps it with one there, Esc drops it.")
  }

  /// Puts the posting in hand down in the cell under the cursor, in a shift that covers it.
  mutating func putDown() {
    guard let posting = grid.carried else { return }
    guard let cell = cellAtCursor else { return say(.refused, "Move: go to a beat to put it down.") }
    grid.carried = nil
    guard let shift = document.shift(like: posting.shift, of: posting.unit, covering: cell.tile) else {
      return say(.refused, "Move: \(name(of: posting.unit)) works no shift that covers \(tileID(cell.tile)).")
    }
    var moved = posting
    moved.beat = cell.beat
    moved.day = cell.day
    moved.shift = shift
    guard !moved.isSamePosting(as: posting) else { return }
    let step = EditStep(
      name: "Move \(name(of: posting.unit)) to \(words(of: cell))", edits: [.replace(posting, with: moved)])
    performIfLegal(step, objections: document.objections(to: moved, leaving: posting))
  }

  /// Lets the unit in hand change places with one of the cell under the cursor, as one step; asks with which where there are
  /// several.
  mutating func swapCarried() {
    guard let posting = grid.carried else { return }
    let others = postingsAtCursor.filter { $0.unit != posting.unit && $0.unit.isKnown }
    guard !others.isEmpty else { return say(.refused, "Swap: nobody else is posted here; m puts the unit down.") }
    let free = others.filter { !$0.isLocked }
    guard !free.isEmpty else { return say(.refused, "Swap: locked; = unlocks.") }
    offer("Swap with whom?", free.map { ChoosePrompt.Option(label: words(of: $0), action: .swap(posting, with: $0)) })
  }

  /// Exchanges two postings, after asking where a rule is against it.
  mutating func swap(_ posting: Assignment, with other: Assignment) {
    grid.carried = nil
    let edits = document.base.edits(swapping: posting, with: other)
    let objections = document.judgement(of: edits).breaks.filter(\.isHard).map { broken in
      (broken.unit.map { document.base.units[$0.index].callsign + ": " } ?? "") + broken.message
    }
    performIfLegal(
      EditStep(name: "Swap \(name(of: posting.unit)) with \(name(of: other.unit))", edits: edits),
      objections: objections)
  }
}
