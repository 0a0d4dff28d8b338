import RosterModel

/// Something that a plan leaves as it is, or cannot use, and why.
public enum PlanNote: Hashable, Sendable {
  /// The unit's regime is not known, so no work rule can be kept for it; it is not planned.
  case unknownRegime(UnitReference)
  /// The unit's assignments break a hard rule about its days already; it stays as it is until someone has settled that.
  case breaksRules(UnitReference)
  /// The unit may hold no beat at all, by its force, skills and reach; it is not planned.
  case noBeat(UnitReference)
  /// The unit has more than one posting on the day; they stay as they are.
  case doublePosting(UnitReference, Day)
  /// The roster holds more different combinations of shifts on one day than the engine knows; the unit stays as it is.
  case tooManyDoublePostings(UnitReference)
}
