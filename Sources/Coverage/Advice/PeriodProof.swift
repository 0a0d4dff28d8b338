import RosterModel

/// A proof over the whole period that squares cannot all have what they want.
///
/// Every square has a whole weight, and every unit that works there brings it. What the squares want together, by
/// weight, is more than what the units can bring: each unit no more than the best that it could do in the whole period by
/// its absences, rests, runs and hours, whatever the others do. So whoever adds up the two columns has checked it, but
/// for the number beside each unit, which is that of its own best row of shifts.
///
/// Where units may stand only beside an escort, a square that wants several wants escorts too, and these count as a
/// square of their own.
///
/// Source: duality of linear programs, with whole weights; for weights of one it is Hall's condition again.
public struct PeriodProof: Hashable, Sendable {
  /// A square and what it wants.
  public struct Want: Hashable, Sendable {
    /// The square.
    public var square: Square
    /// What it is to have: of a square asked about what it wants, of others what they have now of their minimum.
    public var units: Int
    /// What each of them counts.
    public var weight: Int
    /// Whether it is the escorts of the square's units that are wanted: so many as that number of units want.
    public var areEscorts: Bool

    /// A square and what it wants.
    public init(square: Square, units: Int, weight: Int, areEscorts: Bool) {
      self.square = square
      self.units = units
      self.weight = weight
      self.areEscorts = areEscorts
    }
  }

  /// A unit that could work in some of the squares.
  public struct Supply: Hashable, Sendable {
    /// The unit.
    public var unit: UnitReference
    /// The most that it could bring, by weight, besides postings that no plan changes.
    public var most: Int

    /// A unit and the most that it could bring.
    public init(unit: UnitReference, most: Int) {
      self.unit = unit
      self.most = most
    }
  }

  /// The squares asked about.
  public var asked: [Square]
  /// How far they were to be filled.
  public var level: CellLack.Level
  /// The squares with a weight, by number.
  public var wants: [Want]
  /// What postings that no plan changes bring, by weight.
  public var settled: Int
  /// The units that could work in some square, by number.
  public var supplies: [Supply]

  /// What the squares want together, by weight.
  public var wanted: Int { wants.reduce(0) { $0 + $1.weight * $1.units } }
  /// What there can be at the most, by weight.
  public var possible: Int { supplies.reduce(settled) { $0 + $1.most } }
  /// Whether all weights are one, so that units are counted.
  public var countsUnits: Bool { wants.allSatisfy { $0.weight == 1 } }

  /// A proof that squares cannot be filled.
  public init(asked: [Square], level: CellLack.Level, wants: [Want], settled: Int, supplies: [Supply]) {
    self.asked = asked
    self.level = level
    self.wants = wants
    self.settled = settled
    self.supplies = supplies
  }
}
