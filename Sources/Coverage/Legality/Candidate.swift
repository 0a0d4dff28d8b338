import RosterModel

/// A unit that could take a cell, with what speaks against it.
public struct Candidate: Hashable, Sendable {
  /// The unit.
  public var unit: UnitReference
  /// The beat on which it would stand.
  public var beat: BeatReference
  /// The shift in which it would be posted: the cell's tile, or a duty that covers it.
  public var shift: ShiftReference
  /// What speaks against it, hard reasons first.
  public var reasons: [Reason]
  /// How far the beat is from its home: 0 same department, 1 same district, 2 elsewhere.
  public var distance: Int
  /// The minutes that it works in the period so far.
  public var minutes: Int
  /// The posting of the same day that it would leave; `nil` where it would only be posted anew.
  public var leaves: Assignment?
  /// What planning would count for it; nothing where it is not legal.
  public var cost = EditCost()
  /// The squares whose gap it would open or close, where it is legal.
  public var gaps: [TrialOutcome.GapChange] = []

  /// A candidate.
  public init(
    unit: UnitReference, beat: BeatReference, shift: ShiftReference, reasons: [Reason], distance: Int, minutes: Int
  ) {
    self.unit = unit
    self.beat = beat
    self.shift = shift
    self.reasons = reasons
    self.distance = distance
    self.minutes = minutes
  }

  /// Whether no hard reason speaks against it.
  public var isLegal: Bool { !reasons.contains(where: \.isHard) }

  /// How much speaks against it: hard reasons before others.
  var weightOfReasons: Int { reasons.reduce(0) { $0 + ($1.isHard ? 1000 : 1) } }

  /// Legal ones first and of these the cheapest; then by what speaks against them, distance, hours so far and id.
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (Int, Int, Int, Int, Int, Int32) {
    let hard = reasons.count(where: \.isHard)
    return (hard, cost.total, weightOfReasons, distance, minutes, unit.raw)
  }
}
