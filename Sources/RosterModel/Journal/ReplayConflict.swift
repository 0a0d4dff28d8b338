/// A change of the journal that could not be replayed over a roster, because that holds something else by now.
public struct ReplayConflict: Hashable, Sendable {
  /// The entry.
  public var position: JournalPosition
  /// The number of the change in it, from 0.
  public var ordinal: Int
  /// The change.
  public var change: RowChange
  /// Why it does not apply.
  public var fault: ChangeFault

  /// A change that does not apply.
  public init(position: JournalPosition, ordinal: Int, change: RowChange, fault: ChangeFault) {
    self.position = position
    self.ordinal = ordinal
    self.change = change
    self.fault = fault
  }
}
