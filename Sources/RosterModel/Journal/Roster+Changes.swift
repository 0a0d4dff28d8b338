extension Roster {
  /// Applies changes given in ids: all of them, or none.
  ///
  /// O(ids + assignments + changes). What follows many entries keeps a `RosterReplay`, which is O(changes) each time.
  ///
  /// - Returns: the edits that it made, for whatever else follows the roster.
  /// - Throws: `UnappliedChange` for the first that does not apply; the roster then holds what it held.
  @discardableResult
  public mutating func apply(_ changes: [RowChange]) throws(UnappliedChange) -> [Edit] {
    var replay = RosterReplay(self, following: changes)
    let edits = try replay.apply(changes)
    self = replay.roster
    return edits
  }
}
