import RosterModel

/// What stands firm: no plan, repair or way out changes it, though a person may.
///
/// History, locked postings, published days, and what has been worked: a posting whose shift has begun is a fact.
struct FirmPostings: Sendable {
  /// Which days are published.
  let published: PublishedDays
  /// Whether published days may be changed all the same.
  private let yieldsPublished: Bool
  private let frame: RosterFrame
  private let now: Int?

  /// What stands firm in a roster as it stands, at the instant that it is asked about.
  ///
  /// - Parameter yieldsPublished: whether published days may be changed.
  init(_ grid: CoverageGrid, yieldsPublished: Bool = false) {
    frame = grid.frame
    now = grid.now
    self.yieldsPublished = yieldsPublished
    published = PublishedDays(grid.frame)
  }

  /// Whether a shift of a day has begun; the day is counted from the first of the period.
  func hasBegun(_ offset: Int, shift: Int) -> Bool { frame.clock.hasBegun(offset, shift, by: now) }

  /// Whether a posting is worked by now: its shift has begun.
  func isWorked(_ posting: Assignment) -> Bool {
    posting.shift.isKnown && hasBegun(frame.calendar.offset(of: posting.day), shift: posting.shift.index)
  }

  /// Whether planning may move a posting, of the period.
  func mayMove(_ posting: Assignment) -> Bool {
    !posting.isLocked && (yieldsPublished || !published.contains(posting)) && !isWorked(posting)
  }

  /// Whether no publication keeps planning away from a beat on a day of the period.
  func isOpen(_ beat: Int, _ offset: Int) -> Bool { yieldsPublished || !published.contains(beat: beat, offset: offset) }

  /// Whether planning may bring somebody to a beat in a shift of a day of the period.
  func mayCome(to beat: Int, _ offset: Int, shift: Int) -> Bool {
    isOpen(beat, offset) && !hasBegun(offset, shift: shift)
  }
}

extension CoverageGrid {
  /// The postings that changes add or take away although their shifts have begun; notes and locks are no change.
  ///
  /// Such changes correct what was worked: they are made for a reason, by people only.
  public func worked(changedBy changes: [RowChange]) -> [PostingName] {
    guard now != nil else { return [] }
    let shifts = frame.roster.settings.shifts.shifts
    return changes.compactMap { change in
      guard case .posting(let change) = change, change.isAdded || change.isRemoved,
        let shift = shifts.firstIndex(where: { $0.id == change.posting.shift }),
        hasBegun(change.posting.day, ShiftReference(shift))
      else { return nil }
      return change.posting
    }
  }

  /// Whether a shift of a duty day has begun by now.
  public func hasBegun(_ day: Day, _ shift: ShiftReference) -> Bool {
    shift.isKnown && frame.clock.hasBegun(frame.calendar.offset(of: day), shift.index, by: now)
  }

  /// Whether the tile of a square has begun by now.
  public func hasBegun(_ square: Square) -> Bool {
    hasBegun(square.day, frame.roster.settings.shifts.tiles[square.tile])
  }

  /// Whether a posting is worked by now: its shift has begun.
  public func isWorked(_ posting: Assignment) -> Bool { hasBegun(posting.day, posting.shift) }
}
