import RosterModel

/// What a journal's file has at a position: an entry as it was recorded, or what has become of it.
public enum EntryRecord: Hashable, Sendable {
  /// As it was recorded.
  case sound(JournalEntry)
  /// Not as it was recorded.
  case broken(BrokenEntry)

  /// Its place.
  public var position: JournalPosition {
    switch self {
    case .sound(let entry): entry.position
    case .broken(let entry): entry.position
    }
  }

  /// The entry, where what it says is what was recorded.
  public var entry: JournalEntry? {
    switch self {
    case .sound(let entry): entry
    case .broken(let broken): broken.fault == .sealLost ? broken.says : nil
    }
  }
}

/// An entry that is not as it was recorded.
public struct BrokenEntry: Hashable, Sendable {
  /// What is wrong with an entry.
  public enum Fault: Hashable, Sendable {
    /// The file holds something there that no version of the program writes.
    case unreadable(String)
    /// It can be read, and says something else than what was recorded, or follows upon something else.
    case changed
    /// Only its seal is another: the next entry's vouches for what it says.
    case sealLost
    /// Entries before it, from this position on, are no longer there, without which it cannot be checked.
    case afterMissing(from: JournalPosition)
    /// It is no longer there, nor are those after it up to this position, which is the last that was given.
    case missing(through: JournalPosition)
  }

  /// Its place.
  public var position: JournalPosition
  /// What is wrong with it.
  public var fault: Fault
  /// What the file says there now, which nothing vouches for; `nil` where that is no entry.
  public var says: JournalEntry?
  /// The repair that has found it so and let it stand; `nil` where nobody has yet.
  public var mendedBy: JournalPosition?

  /// A broken entry.
  public init(position: JournalPosition, fault: Fault, says: JournalEntry? = nil) {
    self.position = position
    self.fault = fault
    self.says = says
  }
}

extension BrokenEntry.Fault {
  /// The fault as the audit trail writes it.
  public var word: String {
    switch self {
    case .unreadable: "unreadable"
    case .changed: "changed"
    case .sealLost: "seal"
    case .afterMissing: "unproven"
    case .missing: "missing"
    }
  }
}

extension BrokenEntry: CustomStringConvertible {
  /// The last of those that it stands for: another than the first only where several are missing.
  public var last: JournalPosition {
    if case .missing(let last) = fault { last } else { position }
  }

  /// Which entry it is and what is wrong with it.
  public var description: String {
    switch fault {
    case .unreadable(let reason): "entry \(position.number) cannot be read: \(reason)"
    case .changed: "entry \(position.number) is not as it was written"
    case .sealLost: "the seal of entry \(position.number) is not as it was written; the entry itself is"
    case .afterMissing(let first):
      Self.missing(first.number, position.number - 1) + ", so entry \(position.number) cannot be checked"
    case .missing(let last): Self.missing(position.number, last.number)
    }
  }

  private static func missing(_ first: Int64, _ last: Int64) -> String {
    first == last ? "entry \(first) is missing" : "entries \(first) to \(last) are missing"
  }

  /// The same as a repair notes it; empty for a seal, which a repair restores.
  var mended: [MendedEntries] {
    func one(_ fault: MendedEntries.Fault) -> MendedEntries {
      MendedEntries(first: position, last: position, fault: fault, print: says.map(Self.print))
    }
    func gap(_ first: JournalPosition, _ last: JournalPosition) -> MendedEntries {
      MendedEntries(first: first, last: last, fault: .missing)
    }
    switch fault {
    case .unreadable: return [one(.unreadable)]
    case .changed: return [one(.changed)]
    case .sealLost: return []
    case .afterMissing(let first): return [gap(first, JournalPosition(position.number - 1)), one(.unproven)]
    case .missing(let last): return [gap(position, last)]
    }
  }

  /// By what an entry that is let stand is known again.
  static func print(_ entry: JournalEntry) -> EntrySeal { EntrySeal(entry, after: .start) }
}

/// What a person can undo and redo; it outlives desks, because it is told from the journal.
public struct EntryHistory: Hashable, Sendable {
  /// What can be undone, the next last.
  public var undoable: [JournalEntry] = []
  /// What can be done again, the next last.
  public var redoable: [JournalEntry] = []

  /// Nothing to undo.
  public init() {}

  /// Follows one more entry of the person.
  ///
  /// An undo names the entry that it takes back, a redo the one that it does again, and takes that one's place.
  public mutating func follow(_ entry: JournalEntry) {
    switch entry.draft.kind {
    case .undo(let position):
      guard let index = undoable.lastIndex(where: { $0.position == position }) else { return }
      redoable.append(undoable.remove(at: index))
    case .redo(let position):
      redoable.removeAll { $0.position == position }
      undoable.append(entry)
    case .edit, .correction, .plan, .imported, .publication:
      undoable.append(entry)
      redoable.removeAll()
    case .repair: break
    }
  }
}

/// Which entries of a journal are asked for; what is not given lets all through.
public struct EntryFilter: Hashable, Sendable {
  /// Those that change something of this unit.
  public var unit: String?
  /// Those that change this beat's postings.
  public var beat: String?
  /// Those that change this duty day's postings or publication.
  public var day: Day?
  /// Those that change postings of this shift.
  public var shift: String?
  /// Those of this person.
  public var person: String?
  /// Those not before this time, in milliseconds since 1970-01-01 00:00 UTC.
  public var since: Int64?
  /// Those not after this time.
  public var until: Int64?
  /// Those at these positions.
  public var among: [JournalPosition]?
  /// The one at this position.
  public var position: JournalPosition?
  /// At most so many, the latest; all where it is `nil`.
  public var limit: Int?

  /// All entries.
  public init() {}
}
