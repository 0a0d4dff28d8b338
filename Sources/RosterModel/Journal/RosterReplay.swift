/// A roster that follows a journal: entries are applied in their order, and what no longer applies is told.
///
///     var replay = RosterReplay(tables)
///     let conflicts = tail.flatMap { replay.replay($0) }
///     let roster = replay.roster
///
/// A posting is known by its day, shift, beat and unit, and stands once in a roster.
public struct RosterReplay: Sendable {
  /// The roster as it is now; its assignments are in no particular order.
  public internal(set) var roster: Roster
  var ids: RosterIDs
  /// Where each posting stands; of those that are watched, where only some are.
  var places: [PostingKey: Int] = [:]
  var publishedPlaces: [PostingKey: Int]?
  var prints: UnitDayPrints?

  /// A roster before its first change; O(roster).
  public init(_ roster: Roster) {
    self.roster = roster
    ids = RosterIDs(roster)
    places.reserveCapacity(roster.assignments.count)
    for (place, posting) in roster.assignments.enumerated() { places[PostingKey(posting)] = place }
  }

  /// A roster before some changes, which are the only ones that it will be asked to follow.
  ///
  /// O(ids + assignments), without memory for each assignment.
  init(_ roster: Roster, following changes: [RowChange]) {
    self.roster = roster
    ids = RosterIDs(roster)
    var sought: Set<PostingKey> = []
    for case .posting(let change) in changes {
      sought.insert(PostingKey(ids.assignment(change.posting, nil, in: &self.roster)))
    }
    for (place, posting) in roster.assignments.enumerated() where sought.contains(PostingKey(posting)) {
      places[PostingKey(posting)] = place
    }
  }

  /// Applies changes in their order: all of them, or none.
  ///
  /// O(changes), but for absences and publications, each of which is looked for among the roster's.
  ///
  /// - Returns: the edits that it made, for whatever else follows the roster.
  /// - Throws: `UnappliedChange` for the first that does not apply; the roster then holds what it held.
  @discardableResult
  public mutating func apply(_ changes: [RowChange]) throws(UnappliedChange) -> [Edit] {
    var edits: [Edit] = []
    edits.reserveCapacity(changes.count)
    for (ordinal, change) in changes.enumerated() {
      do {
        if let edit = try apply(change) { edits.append(edit) }
      } catch {
        takeBack(changes[..<ordinal])
        throw UnappliedChange(ordinal: ordinal, fault: error)
      }
    }
    return edits
  }

  /// Applies what still applies of an entry.
  ///
  /// - Parameter isOutside: whether the roster is not the one that the entry was made for, because its tables were edited
  ///   outside. Then what the roster already says is no conflict, and a posting is one where its unit's day is not what
  ///   the entry's author saw.
  /// - Returns: the changes that do not apply, in their order.
  public mutating func replay(_ entry: JournalEntry, overOutsideEdits isOutside: Bool = false) -> [ReplayConflict] {
    let stale = isOutside ? staleChanges(of: entry) : []
    let done = isOutside ? doneChanges(of: entry.draft.changes) : []
    var conflicts: [ReplayConflict] = []
    for (ordinal, change) in entry.draft.changes.enumerated() where !done.contains(ordinal) {
      do throws(ChangeFault) {
        if stale.contains(ordinal) { throw isMissing(change) ? .notThere : .dayDiffers }
        _ = try apply(change)
      } catch {
        conflicts.append(
          ReplayConflict(position: entry.position, ordinal: ordinal, change: change, fault: error))
      }
    }
    return conflicts
  }

  private mutating func takeBack(_ changes: ArraySlice<RowChange>) {
    for change in changes.reversed() {
      do {
        _ = try apply(change.inverse)
      } catch {
        preconditionFailure("a change that was just made cannot be taken back: \(change)")
      }
    }
  }
}
