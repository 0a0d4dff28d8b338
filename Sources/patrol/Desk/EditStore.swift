import RosterModel

/// Where a desk's acts are recorded and others' come from; used by one thread at a time.
protocol EditStore {
  /// Whether something is recorded that the tables do not hold yet.
  var hasTail: Bool { get }

  /// Records an act and makes it durable.
  ///
  /// - Parameters:
  ///   - draft: the act.
  ///   - basis: how far along the journal whoever did it was.
  /// - Throws: why it was not recorded; nothing of it was.
  mutating func commit(_ draft: EntryDraft, basis: JournalPosition) throws(EditRefusal) -> JournalEntry

  /// Notes that recorded changes which the roster lacks were done again, or are not wanted any more.
  ///
  /// - Throws: why it could not be noted.
  mutating func settle(_ conflicts: [ReplayConflict], isRedone: Bool) throws

  /// What others have done since this was last asked.
  ///
  /// - Throws: why the journal cannot be read, in words that say what to do.
  mutating func news() throws -> EditNews

  /// Tells the other desks where this one's cursor is.
  mutating func show(_ place: String)

  /// The other desks that are open.
  mutating func desks() -> [DeskPresence]

  /// Folds what is recorded into the tables.
  ///
  /// - Throws: why it could not be; it stays recorded.
  mutating func checkpoint() throws

  /// Leaves; whoever leaves last folds what is recorded into the tables.
  ///
  /// - Throws: why it could not be; it stays recorded.
  mutating func close() throws
}
