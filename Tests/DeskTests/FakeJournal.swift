import RosterModel

/// A journal in memory that takes what applies, refuses clashes, and can be made to fail.
struct FakeJournal {
  private(set) var entries: [JournalEntry] = []
  private var replay: RosterReplay
  /// Refuse the next act for this.
  var refusal: EditRefusal?

  init(_ roster: Roster, entries: [JournalEntry] = []) {
    replay = RosterReplay(roster)
    self.entries = entries
  }

  var roster: Roster { replay.roster }
  var end: JournalPosition { entries.last?.position ?? .start }

  mutating func commit(_ draft: EntryDraft, by author: Author, basis: JournalPosition) throws(EditRefusal)
    -> JournalEntry
  {
    if let refusal {
      self.refusal = nil
      throw refusal
    }
    for entry in entries where entry.position > basis && entry.author.session != author.session {
      let reach = ChangeReach(entry.draft.changes)
      for change in draft.changes {
        if let meeting = reach.meeting(with: change) {
          throw .clash(unit: meeting.subject, day: meeting.day, with: entry)
        }
      }
    }
    do {
      try replay.apply(draft.changes)
    } catch {
      throw .notThere(draft.changes[error.ordinal])
    }
    // A minute an entry, from a quarter past two in the afternoon of the first day.
    let minute = Int64(DeskFixture.noon(5) + 135 + entries.count)
    let entry = JournalEntry(
      position: JournalPosition(end.number + 1), at: minute * 60_000, author: author, draft: draft)
    entries.append(entry)
    return entry
  }
}
