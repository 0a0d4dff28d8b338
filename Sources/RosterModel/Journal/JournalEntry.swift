/// An act that the journal has recorded: durable, and in its place among all others.
public struct JournalEntry: Hashable, Sendable {
  /// Its place; positions grow, and none is given twice.
  public var position: JournalPosition
  /// When, in milliseconds since 1970-01-01 00:00 UTC by the clock of whoever made it: for people, never for order.
  public var at: Int64
  /// Who made it.
  public var author: Author
  /// What was done.
  public var draft: EntryDraft
  /// For each change of a posting the print of its unit's day before the entry, as `RosterReplay.prints(of:)` gives it;
  /// empty where nobody noted it.
  public var seen: [UInt64]
  /// What vouches for it and for all entries before it; `EntrySeal.start` where the journal has no seals.
  public var seal: EntrySeal

  /// A recorded act.
  public init(
    position: JournalPosition, at: Int64, author: Author, draft: EntryDraft, seen: [UInt64] = [],
    seal: EntrySeal = .start
  ) {
    self.position = position
    self.at = at
    self.author = author
    self.draft = draft
    self.seen = seen
    self.seal = seal
  }
}

/// How far along a journal something stands: after its entry of this number.
public struct JournalPosition: Hashable, Comparable, Sendable {
  /// The number of the entry; 0 before the first.
  public var number: Int64

  /// After the entry of this number.
  public init(_ number: Int64) { self.number = number }

  /// Before the first entry.
  public static let start = JournalPosition(0)

  /// By number.
  public static func < (left: JournalPosition, right: JournalPosition) -> Bool { left.number < right.number }
}

/// An act as it is submitted to the journal: all of its changes are recorded, or none.
public struct EntryDraft: Hashable, Sendable {
  /// What sort of act it is.
  public var kind: EntryKind
  /// What was done, as the dispatcher knows it, for example `assign Sokol-12 to y1-b03`.
  public var name: String
  /// Why, in the dispatcher's words; empty where nobody asked.
  public var reason: String
  /// Whether it is to be recorded although it breaks a rule; wants a reason.
  public var isForced: Bool
  /// The changes, in the order in which they are applied.
  public var changes: [RowChange]
  /// By what whoever asks knows this act again; `nil` where nobody gave one.
  ///
  /// No two entries of a journal have the same, so that asking twice does it once.
  public var key: String?
  /// What was asked for under the key, in one form, so that the key of another wish is told from asking again.
  ///
  /// The changes cannot tell: what has to be changed for the same wish depends on the roster.
  public var request: String?
  /// What of the journal a repair has found damaged; empty for all other acts.
  public var mended: [MendedEntries] = []

  /// An act of these changes.
  public init(
    kind: EntryKind = .edit, name: String, reason: String = "", isForced: Bool = false, changes: [RowChange],
    key: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.isForced = isForced
    self.changes = changes
    self.key = key
  }
}

/// What sort of act an entry of the journal is.
public enum EntryKind: Hashable, Sendable {
  /// A dispatcher's edit, at the desk or by a command.
  case edit
  /// A dispatcher's edit of what was worked: of postings whose shifts had begun.
  case correction
  /// Takes back the entry at a position.
  case undo(JournalPosition)
  /// Does again the entry at a position, which was undone.
  case redo(JournalPosition)
  /// A plan, taken whole.
  case plan
  /// Sheets or a table read back.
  case imported
  /// Days published.
  case publication
  /// The journal itself mended: what of it was found damaged is let stand from then on. No change of the roster.
  case repair
}

/// Entries of a journal that a repair has found damaged, and has let stand as they are.
///
/// Nothing of them is written anew: what was recorded is not known any more, and the seals after it are kept by people.
/// The repair is an entry itself, so its seal vouches for what it found.
public struct MendedEntries: Hashable, Sendable {
  /// What was wrong.
  public enum Fault: String, CaseIterable, Sendable {
    /// They could not be read.
    case unreadable
    /// They said something else than what was recorded.
    case changed
    /// They were not there any more.
    case missing
    /// They could not be checked, because those before them were missing.
    case unproven
  }

  /// The first.
  public var first: JournalPosition
  /// The last; the first too, but where several are missing.
  public var last: JournalPosition
  /// What was wrong.
  public var fault: Fault
  /// A seal over what the entry said when it was let stand, by which it is known again; `nil` where it could not be
  /// read.
  public var print: EntrySeal?

  /// Entries that were found damaged.
  public init(first: JournalPosition, last: JournalPosition, fault: Fault, print: EntrySeal? = nil) {
    self.first = first
    self.last = last
    self.fault = fault
    self.print = print
  }
}

extension MendedEntries: CustomStringConvertible {
  /// Which they are, and what was wrong.
  public var description: String {
    first == last
      ? "entry \(first.number), \(fault.rawValue)" : "entries \(first.number) to \(last.number), \(fault.rawValue)"
  }
}
