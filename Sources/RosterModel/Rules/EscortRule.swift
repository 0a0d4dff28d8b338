/// A force that patrols only beside another in the same cell.
public struct EscortRule: Hashable, Sendable {
  /// The escorted force.
  public var force: Force
  /// The forces that escort it.
  public var by: ForceSet
  /// Units of the escorted force per escorting unit.
  public var atMost: Int

  /// At most `atMost` units of `force` for each unit of the forces in `by`.
  public init(force: Force, by: ForceSet, atMost: Int) {
    self.force = force
    self.by = by
    self.atMost = atMost
  }
}
