import RosterModel

/// A row of a shift sheet: a unit on a beat, or a beat that nobody holds.
public struct SheetRow: Hashable, Sendable {
  /// The beat.
  public var beat: BeatReference
  /// When the unit is there: its shift's own times where a duty covers the tile, of a split duty those in the tile.
  public var times: [ClockSpan]
  /// The posting; `nil` where the beat has demand and no unit that counts.
  public var assignment: Assignment?
  /// Why the unit is away at that time though it is posted; `nil` where it is not away.
  public var absence: AbsenceReason?

  /// A unit on a beat, or, without an assignment, a beat that nobody holds.
  public init(
    beat: BeatReference, times: [ClockSpan], assignment: Assignment? = nil, absence: AbsenceReason? = nil
  ) {
    self.beat = beat
    self.times = times
    self.assignment = assignment
    self.absence = absence
  }

  /// When it starts as the sheet says it, by the wall clock; two starts where a split duty has two parts in the tile.
  static func starts(_ times: [ClockSpan]) -> String { times.map(\.start.wallClock).joined(separator: " ") }

  /// When it ends as the sheet says it.
  static func ends(_ times: [ClockSpan]) -> String { times.map(\.end.wallClock).joined(separator: " ") }

  /// Whether it says that nobody holds the beat.
  public var isNotCovered: Bool { assignment == nil }
}
