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
  /// - Parameter isOutside: whether the roster is not the one that the entry was made for, because its tables were
  ///   edited outside. Then what the roster already says is no conflict, and a posting is one where its unit's day is
  ///   not what the entry's author saw.
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

/// Why a change of a row does not apply to a roster.
public enum ChangeFault: String, Error, Hashable, CaseIterable, Sendable {
  /// What it takes away or replaces is not there.
  case notThere = "not-there"
  /// What it adds is there already.
  case thereAlready = "there-already"
  /// The posting is there, but with another status or note.
  case differs
  /// The unit's day holds other postings than whoever made the change saw.
  case dayDiffers = "day-differs"
  /// It was made, and tables that another program has edited since do not have it any more.
  case takenAway = "taken-away"
  /// Its days, or its time, cannot be read.
  case notUnderstood = "not-understood"
}

extension ChangeFault {
  /// Why the change does not apply, as people say it after the change.
  public var words: String {
    switch self {
    case .notThere: "what it changes is not there any more"
    case .thereAlready: "it is there already, and says something else"
    case .differs: "it has another status or note by now"
    case .dayDiffers: "the unit stands elsewhere that day, which whoever acted did not know"
    case .takenAway: "the tables do not have it any more"
    case .notUnderstood: "its days or its time cannot be read"
    }
  }
}

/// Which of several changes does not apply to a roster, and why; none of them was applied.
public struct UnappliedChange: Error, Hashable, Sendable {
  /// The number of the change, from 0.
  public var ordinal: Int
  /// Why it does not apply.
  public var fault: ChangeFault

  /// The change of this number does not apply.
  public init(ordinal: Int, fault: ChangeFault) {
    self.ordinal = ordinal
    self.fault = fault
  }
}

/// A change of the journal that a roster does not have, because its tables were edited by another program: it could not
/// be replayed over them, or they have it no longer.
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
