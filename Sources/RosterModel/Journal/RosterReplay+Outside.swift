extension RosterReplay {
  /// Applies what still applies of entries to a roster whose tables were edited outside since.
  ///
  /// A row that the entries together leave as they had found it stays as the tables have it, and is no conflict: what
  /// was done and undone has nothing to say any more.
  ///
  /// O(roster) once, then O(changes).
  ///
  /// - Returns: the changes that do not apply, in the order of the entries.
  public mutating func replay(overOutsideEdits entries: [JournalEntry]) -> [ReplayConflict] {
    let idle = Self.idleRows(of: entries)
    let states = idle.map { state(of: $0) }
    var conflicts = entries.flatMap { replay($0, overOutsideEdits: true) }
    guard !idle.isEmpty else { return conflicts }
    for (row, state) in zip(idle, states) { restore(row, to: state) }
    let rows = Set(idle)
    conflicts.removeAll { rows.contains($0.change.row) }
    return conflicts
  }

  /// The rows that entries change and in the end leave as they had found them, in the order of their first change.
  private static func idleRows(of entries: [JournalEntry]) -> [RowChange] {
    var rows: [RowChange] = []
    var first: [RowChange: RowChange] = [:]
    var last: [RowChange: RowChange] = [:]
    for change in entries.flatMap(\.draft.changes) {
      let row = change.row
      if first[row] == nil {
        first[row] = change
        rows.append(row)
      }
      last[row] = change
    }
    return rows.filter { first[$0]?.inverse.outcome == last[$0]?.outcome }
  }

  /// What a row says, as the change that adds it; `nil` where there is no such row.
  mutating func state(of row: RowChange) -> RowChange? {
    switch row {
    case .posting(let change):
      let place = places[PostingKey(ids.assignment(change.posting, nil, in: &roster))]
      return place.map {
        .posting(PostingChange(change.posting, old: nil, new: PostingRemark(roster.assignments[$0], in: roster)))
      }
    case .absence(let change):
      return ids.absence(change, in: &roster).flatMap { index(of: $0) } == nil ? nil : row
    case .publication(var change):
      guard let index = index(of: ids.publication(change, in: &roster)) else { return nil }
      (change.at, change.by) = (roster.publications[index].at, roster.publications[index].by)
      return .publication(change)
    case .published(let name, _):
      return watchPublished()[PostingKey(ids.assignment(name, nil, in: &roster))] == nil ? nil : row
    case .manoeuvre(let change):
      return ids.manoeuvre(change, in: &roster).flatMap { index(of: $0) } == nil ? nil : row
    case .call(let change): return index(of: ids.call(change, in: &roster)) == nil ? nil : row
    }
  }

  private mutating func restore(_ row: RowChange, to state: RowChange?) {
    let standing = self.state(of: row)
    guard standing != state else { return }
    do {
      if let standing { _ = try apply(standing.inverse) }
      if let state { _ = try apply(state) }
    } catch {
      preconditionFailure("a row cannot be made what it was: \(row)")
    }
  }

  /// Which changes the roster does not have.
  ///
  /// O(changes), but for absences and publications, each of which is looked for among the roster's.
  ///
  /// - Parameter standing: for each row the change that was its last.
  public func lost(of standing: [ReplayConflict]) -> [ReplayConflict] {
    // A copy, because to look up an id that no table defines makes it a stray of the roster.
    var copy = self
    return standing.filter { !copy.isDone($0.change) }
  }

  /// What makes the roster say what changes would have made it say, whatever it says by now.
  ///
  /// Where several are of the same row, the last counts. A row that says so already is left out.
  public func changes(doingAgain conflicts: [ReplayConflict]) -> [RowChange] {
    var copy = self
    var rows: [RowChange] = []
    var wanted: [RowChange: RowChange] = [:]
    for conflict in conflicts {
      let row = conflict.change.row
      if wanted.updateValue(conflict.change, forKey: row) == nil { rows.append(row) }
    }
    return rows.flatMap { copy.changes(of: $0, to: wanted[$0]?.outcome) }
  }

  private mutating func changes(of row: RowChange, to outcome: RowChange?) -> [RowChange] {
    let standing = state(of: row)
    guard standing != outcome else { return [] }
    if case .posting(let posting) = row {
      return [.posting(PostingChange(posting.posting, old: standing?.remark, new: outcome?.remark))]
    }
    return [standing?.inverse, outcome].compactMap { $0 }
  }
}

extension RowChange {
  /// What a posting says that the change adds.
  fileprivate var remark: PostingRemark? {
    if case .posting(let change) = self { change.new } else { nil }
  }
}

extension RosterReplay {
  /// For each change the print of its unit's day as it stands: equal where the unit holds the same postings that day.
  ///
  /// 0 for a change that is not of a posting. The first call costs O(roster), each other O(changes).
  public mutating func prints(of changes: [RowChange]) -> [UInt64] {
    let prints = watchedDays()
    return changes.map { change in
      guard case .posting(let posting) = change else { return 0 }
      return prints[day: ids.assignment(posting.posting, nil, in: &roster)]
    }
  }

  /// The numbers of the changes whose unit's day is not what the entry's author saw.
  mutating func staleChanges(of entry: JournalEntry) -> Set<Int> {
    guard entry.seen.count == entry.draft.changes.count else { return [] }
    let now = prints(of: entry.draft.changes)
    return Set(now.indices.filter { now[$0] != entry.seen[$0] })
  }

  /// The numbers of the changes that there is nothing left to do for: the last change of the same row has its outcome.
  mutating func doneChanges(of changes: [RowChange]) -> Set<Int> {
    var last: [RowChange: RowChange] = [:]
    for change in changes { last[change.row] = change }
    return Set(changes.indices.filter { isDone(last[changes[$0].row] ?? changes[$0]) })
  }

  /// Whether the roster already says what the change would make it say.
  mutating func isDone(_ change: RowChange) -> Bool {
    switch change {
    case .posting(let change):
      let place = places[PostingKey(ids.assignment(change.posting, nil, in: &roster))]
      return place.map { PostingRemark(roster.assignments[$0], in: roster) } == change.new
    case .absence(let change):
      guard let absence = ids.absence(change, in: &roster) else { return false }
      return (index(of: absence) != nil) == change.isAdded
    case .publication(let change):
      let index = index(of: ids.publication(change, in: &roster))
      return change.isAdded ? index.map { says(change, $0) } ?? false : index == nil
    case .published(let name, let isAdded):
      let posting = ids.assignment(name, nil, in: &roster)
      return (watchPublished()[PostingKey(posting)] != nil) == isAdded
    case .manoeuvre(let change):
      guard let manoeuvre = ids.manoeuvre(change, in: &roster) else { return false }
      return (index(of: manoeuvre) != nil) == change.isAdded
    case .call(let change): return (index(of: ids.call(change, in: &roster)) != nil) == change.isAdded
    }
  }

  /// Whether a change is of a posting that is not there.
  mutating func isMissing(_ change: RowChange) -> Bool {
    guard case .posting(let change) = change, change.old != nil else { return false }
    return places[PostingKey(ids.assignment(change.posting, nil, in: &roster))] == nil
  }

  private mutating func watchedDays() -> UnitDayPrints {
    if let prints { return prints }
    let fresh = UnitDayPrints(roster)
    prints = fresh
    return fresh
  }
}

/// For each unit's day a print of who stands where, the same in every roster that posts the unit so.
///
/// The print is a sum over the postings, so that it is kept up to date by adding and subtracting; 0 where there are
/// none.
struct UnitDayPrints: Sendable {
  private var prints: [UInt64: UInt64] = [:]
  private let beats: [UInt64]
  private let shifts: [UInt64]

  /// O(roster).
  init(_ roster: Roster) {
    beats = roster.beats.map { Self.print(of: $0.id) }
    shifts = roster.settings.shifts.shifts.map { Self.print(of: $0.id) }
    for posting in roster.assignments { add(posting, in: roster) }
  }

  /// The print of the unit's day on which the posting is.
  subscript(day posting: Assignment) -> UInt64 { prints[Self.key(posting)] ?? 0 }

  mutating func add(_ posting: Assignment, in roster: Roster) {
    prints[Self.key(posting), default: 0] &+= print(of: posting, in: roster)
  }

  mutating func remove(_ posting: Assignment, in roster: Roster) {
    prints[Self.key(posting), default: 0] &-= print(of: posting, in: roster)
  }

  private func print(of posting: Assignment, in roster: Roster) -> UInt64 {
    let beat = posting.beat.isKnown ? beats[posting.beat.index] : Self.print(of: roster.id(posting.beat))
    let shift = posting.shift.isKnown ? shifts[posting.shift.index] : Self.print(of: roster.id(posting.shift))
    let mixed = (beat ^ shift.byteSwapped &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return mixed.high ^ mixed.low
  }

  private static func print(of id: String) -> UInt64 { Hash64(id.utf8).value }

  private static func key(_ posting: Assignment) -> UInt64 {
    UInt64(UInt32(bitPattern: posting.day.number)) << 32 | UInt64(UInt32(bitPattern: posting.unit.raw))
  }
}
