import RosterModel

/// A unit that could take a cell, with what speaks against it.
public struct Candidate: Hashable, Sendable {
  /// The unit.
  public var unit: UnitReference
  /// The shift in which it would be posted: the cell's tile, or a duty that covers it.
  public var shift: ShiftReference
  /// What speaks against it, hard reasons first.
  public var reasons: [Reason]
  /// How far the beat is from its home: 0 same department, 1 same district, 2 elsewhere.
  public var distance: Int
  /// The minutes that it works in the period so far.
  public var minutes: Int

  /// A candidate.
  public init(unit: UnitReference, shift: ShiftReference, reasons: [Reason], distance: Int, minutes: Int) {
    self.unit = unit
    self.shift = shift
    self.reasons = reasons
    self.distance = distance
    self.minutes = minutes
  }

  /// Whether no hard reason speaks against it.
  public var isLegal: Bool { !reasons.contains(where: \.isHard) }
}
