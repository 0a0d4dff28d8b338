import RosterModel

/// The latest acts of the journal, as the desk lists them.
public struct RecordedActs: Sendable {
  /// The acts, the latest last; in the place of one that is damaged stands one that only says so, and changes nothing.
  public private(set) var entries: [JournalEntry] = []
  /// The places of those that are damaged.
  private(set) var damaged: Set<JournalPosition> = []

  /// Acts that are as they were recorded.
  public init(_ entries: [JournalEntry] = []) { self.entries = entries }

  /// Adds an act that was recorded.
  public mutating func append(_ entry: JournalEntry) { entries.append(entry) }

  /// Adds that what was recorded at a position is damaged.
  ///
  /// - Parameter words: what is wrong with it.
  public mutating func append(damaged position: JournalPosition, _ words: String) {
    damaged.insert(position)
    entries.append(
      JournalEntry(
        position: position, at: 0, author: Author(person: "", session: ""),
        draft: EntryDraft(kind: .repair, name: words, changes: [])))
  }
}
