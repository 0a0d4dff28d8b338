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
