extension Roster {
  /// The edits that post a unit to a beat on some days; none for a day on which it stands there so already.
  ///
  /// - Parameters:
  ///   - isLocked: whether planning must leave the posting as it is; one that is locked already stays so.
  ///   - note: the posting's note; `nil` leaves the one of a posting that is there.
  ///   - moving: whether the unit's other postings of those days are taken away.
  public func edits(
    assigning unit: UnitReference, to beat: BeatReference, days: ClosedRange<Day>, shift: ShiftReference,
    isLocked: Bool = false, note: NoteReference? = nil, moving: Bool = false
  ) -> [Edit] {
    let there = Dictionary(grouping: postings(in: PostingSelection(unit: unit, days: days)), by: \.day)
    return days.flatMap { day -> [Edit] in
      var posting = Assignment(
        day: day, shift: shift, beat: beat, unit: unit, isLocked: isLocked, note: note ?? .none)
      let same = there[day, default: []].first { $0.isSamePosting(as: posting) }
      let others = moving ? there[day, default: []].filter { !$0.isSamePosting(as: posting) } : []
      let away = others.map { Edit.remove($0) }
      guard let same else { return away + [.add(posting)] }
      posting = same
      posting.isLocked = same.isLocked || isLocked
      posting.note = note ?? same.note
      return posting == same ? away : away + [.replace(same, with: posting)]
    }
  }

  /// The edits that lock or unlock postings; none for those that are so already.
  public func edits(locking postings: [Assignment], _ isLocked: Bool) -> [Edit] {
    postings.filter { $0.isLocked != isLocked }.map { posting in
      var changed = posting
      changed.isLocked = isLocked
      return .replace(posting, with: changed)
    }
  }
}
