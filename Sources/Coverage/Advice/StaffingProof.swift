import RosterModel

/// A proof that no plan fills a square without leaving another of its day emptier than it is, or at all.
///
/// Hall's condition turned round: the squares want more units than the units that could stand in any of them can give.
/// No unit counts in two of the squares at once, and every unit that could stand in one of them is listed; so whoever
/// adds up the two columns has checked it. What the units do on other days is not looked at, save postings that no plan
/// changes: history, locked and published ones.
///
/// Source: P. Hall, On Representatives of Subsets, 1935; the set is the minimum cut of a maximum flow (Ford and
/// Fulkerson, 1956).
public struct StaffingProof: Hashable, Sendable {
  /// A square of the set and how many units it wants.
  public struct Want: Hashable, Sendable {
    /// The square.
    public var square: Square
    /// What it is to have: of the square asked about all that it wants, of the others what they have now of their
    /// minimum.
    public var units: Int
  }

  /// A unit that could stand in some square of the set.
  public struct Supply: Hashable, Sendable {
    /// The unit.
    public var unit: UnitReference
    /// In how many of the squares it can count on that day, at the most.
    public var most: Int
  }

  /// The square that cannot be filled.
  public var asked: Square
  /// How far it was to be filled.
  public var level: CellLack.Level
  /// The set, by number; the square that cannot be filled is among them.
  public var wants: [Want]
  /// The units that could stand in some square of the set, by number.
  public var supplies: [Supply]

  /// How many units the squares want together.
  public var wanted: Int { wants.reduce(0) { $0 + $1.units } }

  /// How many of them the units can give together.
  public var possible: Int { supplies.reduce(0) { $0 + $1.most } }

  /// Whether the square cannot be filled whatever else is left empty.
  public var isWhateverElse: Bool { wants.count == 1 }
}
