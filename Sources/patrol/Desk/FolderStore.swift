import RosterFolder
import RosterModel

/// A store that writes every act into the tables at once, for a folder at which one desk works.
struct FolderStore: EditStore {
  private var snapshot: FolderSnapshot
  private var replay: RosterReplay
  private let author: Author
  private var position = JournalPosition.start

  init(_ snapshot: FolderSnapshot, _ roster: Roster, author: Author) {
    self.snapshot = snapshot
    replay = RosterReplay(roster)
    self.author = author
  }

  var hasTail: Bool { false }

  mutating func commit(_ draft: EntryDraft, basis: JournalPosition) throws(EditRefusal) -> JournalEntry {
    var next = replay
    do {
      try next.apply(draft.changes)
    } catch {
      throw .notThere(draft.changes[error.ordinal])
    }
    do {
      snapshot = try FolderWriter.save(next.roster, over: snapshot)
    } catch {
      throw .notWritten("\(error)")
    }
    replay = next
    position = JournalPosition(position.number + 1)
    let at = Int64(DutyClock.system().instant) * 60_000
    return JournalEntry(position: position, at: at, author: author, draft: draft)
  }

  mutating func refresh() -> [JournalEntry] { [] }
  mutating func show(_ place: String) {}
  mutating func desks() -> [DeskPresence] { [] }
  mutating func checkpoint() {}
  mutating func close() {}
}
