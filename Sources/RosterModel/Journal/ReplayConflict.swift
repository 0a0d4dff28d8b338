/// A change of the journal that a roster does not have, because its tables were edited by another program: it could not be
/// replayed over them, or they have it no longer.
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

extension [ReplayConflict] {
  /// The entries that they are of, in their order.
  public var positions: [JournalPosition] {
    var positions: [JournalPosition] = []
    for conflict in self where positions.last != conflict.position { positions.append(conflict.position) }
    return positions
  }

  /// Those of rows that the tables have lost and an act changes: there is nothing left to decide about them.
  public func overtaken(by changes: [RowChange]) -> [ReplayConflict] {
    guard contains(where: { $0.fault == .takenAway }) else { return [] }
    let rows = Set(changes.map(\.row))
    return filter { $0.fault == .takenAway && rows.contains($0.change.row) }
  }

  /// Leaves out what `overtaken` finds.
  public mutating func removeOvertaken(by changes: [RowChange]) {
    let gone = Set(overtaken(by: changes))
    if !gone.isEmpty { removeAll(where: gone.contains) }
  }
}
