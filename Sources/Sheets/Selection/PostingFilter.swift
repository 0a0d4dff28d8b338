import RosterModel

/// A selection worked out once for a roster, so that a million postings are sifted by look-ups.
struct PostingFilter {
  private let days: ClosedRange<Day>?
  private let beats: [Bool]
  private let shifts: [Bool]
  private let takesUnknownBeats: Bool
  private let takesUnknownShifts: Bool

  /// O(beats + shifts).
  init(_ selection: SheetSelection, in roster: Roster) {
    let plan = roster.settings.shifts
    let tiles = selection.tiles(in: roster)
    days = selection.days
    beats = roster.beats.map { selection.includes($0.place, in: roster) }
    shifts = plan.tileNumbers.map { selection.shift == nil || $0.contains(where: tiles.contains) }
    takesUnknownBeats = selection.district == nil && selection.department == nil
    takesUnknownShifts = selection.shift == nil
  }

  /// Whether a posting is chosen: its day, the place of its beat, and a tile that its shift covers.
  ///
  /// O(1).
  func takes(_ assignment: Assignment) -> Bool {
    if let days, !days.contains(assignment.day) { return false }
    let beat = assignment.beat.isKnown ? beats[assignment.beat.index] : takesUnknownBeats
    let shift = assignment.shift.isKnown ? shifts[assignment.shift.index] : takesUnknownShifts
    return beat && shift
  }
}
