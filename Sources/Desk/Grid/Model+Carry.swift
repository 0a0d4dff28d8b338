import RosterModel

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
