import RosterModel

/// A row of a shift sheet: a unit on a beat, or a beat that nobody holds.
public struct SheetRow: Hashable, Sendable {
  /// The beat.
  public var beat: BeatReference
  /// When the unit's shift starts; its own where a duty covers the tile.
  public var from: ClockTime
  /// When it ends.
  public var to: ClockTime
  /// The posting; `nil` where the beat has demand and no unit that counts.
  public var assignment: Assignment?
  /// Why the unit is away at that time though it is posted; `nil` where it is not away.
  public var absence: AbsenceReason?

  /// A unit on a beat, or, without an assignment, a beat that nobody holds.
  public init(
    beat: BeatReference, from: ClockTime, to: ClockTime, assignment: Assignment? = nil, absence: AbsenceReason? = nil
  ) {
    self.beat = beat
    self.from = from
    self.to = to
    self.assignment = assignment
    self.absence = absence
  }

  /// Whether it says that nobody holds the beat.
  public var isNotCovered: Bool { assignment == nil }
}
