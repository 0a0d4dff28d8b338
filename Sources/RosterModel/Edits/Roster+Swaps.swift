extension Roster {
  /// The edits that exchange what two units do on some days: each takes the posts of the other, with their notes and locks; a
  /// day on which only one of them works passes to the other.
  ///
  /// None for a post that both hold. The edits belong together: after the first alone a unit may stand twice, or an escort
  /// be missing.
  ///
  /// - Parameter shift: only postings of this shift; `nil` for all.
  public func edits(
    swapping left: UnitReference, with right: UnitReference, days: ClosedRange<Day>, shift: ShiftReference? = nil
  ) -> [Edit] {
    guard left != right else { return [] }
    let mine = postings(in: PostingSelection(unit: left, days: days, shift: shift))
    let theirs = postings(in: PostingSelection(unit: right, days: days, shift: shift))
    func isHeld(_ posting: Assignment, by others: [Assignment]) -> Bool {
      others.contains { $0.day == posting.day && $0.shift == posting.shift && $0.beat == posting.beat }
    }
    return mine.filter { !isHeld($0, by: theirs) }.map { .replace($0, with: $0.passed(to: right)) }
      + theirs.filter { !isHeld($0, by: mine) }.map { .replace($0, with: $0.passed(to: left)) }
  }

  /// The edits that exchange two postings between their units; none where one unit holds both.
  public func edits(swapping left: Assignment, with right: Assignment) -> [Edit] {
    guard left.unit != right.unit else { return [] }
    return [.replace(left, with: left.passed(to: right.unit)), .replace(right, with: right.passed(to: left.unit))]
  }
}

extension Assignment {
  /// The same post, held by another unit.
  fileprivate func passed(to unit: UnitReference) -> Assignment {
    var posting = self
    posting.unit = unit
    return posting
  }
}
