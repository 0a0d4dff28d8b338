/// Postings picked out of a roster: by unit, beat, days and shift; what is not given means any.
public struct PostingSelection: Hashable, Sendable {
  /// Whose.
  public var unit: UnitReference?
  /// At which beat.
  public var beat: BeatReference?
  /// On which duty days.
  public var days: ClosedRange<Day>
  /// In which shift; a duty is not the tiles that it covers.
  public var shift: ShiftReference?

  /// The postings of these days.
  public init(
    unit: UnitReference? = nil, beat: BeatReference? = nil, days: ClosedRange<Day>, shift: ShiftReference? = nil
  ) {
    self.unit = unit
    self.beat = beat
    self.days = days
    self.shift = shift
  }

  /// Whether it picks the posting out.
  public func contains(_ posting: Assignment) -> Bool {
    days.contains(posting.day) && unit.map { $0 == posting.unit } ?? true && beat.map { $0 == posting.beat } ?? true
      && shift.map { $0 == posting.shift } ?? true
  }
}

extension Roster {
  /// The postings that are picked out, in the order of the table; O(assignments).
  public func postings(in selection: PostingSelection) -> [Assignment] { assignments.filter(selection.contains) }

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

  /// The edits that exchange what two units do on some days: each takes the posts of the other, with their notes and
  /// locks; a day on which only one of them works passes to the other.
  ///
  /// None for a post that both hold. The edits belong together: after the first alone a unit may stand twice, or an
  /// escort be missing.
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
