/// A unit posted to a beat for one shift of one duty day.
///
/// Small and without references to memory, because a roster may hold millions.
@frozen
public struct Assignment: Hashable, Sendable {
  /// The duty day.
  public var day: Day
  /// The shift, a tile or a duty.
  public var shift: ShiftReference
  /// The beat.
  public var beat: BeatReference
  /// The unit.
  public var unit: UnitReference
  /// A remark of the dispatcher.
  public var note: NoteReference
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32
  /// Whether planning must leave it as it is.
  public var isLocked: Bool

  /// The unit posted to the beat.
  @inlinable
  public init(
    day: Day, shift: ShiftReference, beat: BeatReference, unit: UnitReference, isLocked: Bool = false,
    note: NoteReference = .none, line: Int32 = 0
  ) {
    self.day = day
    self.shift = shift
    self.beat = beat
    self.unit = unit
    self.note = note
    self.line = line
    self.isLocked = isLocked
  }

  /// Whether both post the same unit to the same beat, day and shift, whatever their note, status and line.
  @inlinable
  public func isSamePosting(as other: Assignment) -> Bool {
    day == other.day && shift == other.shift && beat == other.beat && unit == other.unit
  }
}
