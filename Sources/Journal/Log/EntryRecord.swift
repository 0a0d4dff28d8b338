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

  /// The entry, where it is as it was recorded.
  public var entry: JournalEntry? {
    if case .sound(let entry) = self { entry } else { nil }
  }
}

/// An entry that is not as it was recorded; what it says is not to be relied upon.
public struct BrokenEntry: Hashable, Sendable {
  /// What is wrong with an entry.
  public enum Fault: Hashable, Sendable {
    /// The file holds something there that no version of the program writes.
    case unreadable(String)
    /// It can be read, and says something else than what was recorded, or follows upon something else.
    case changed
    /// Entries before it, from this position on, are no longer there, without which it cannot be checked.
    case afterMissing(from: JournalPosition)
  }

  /// Its place.
  public var position: JournalPosition
  /// What is wrong with it.
  public var fault: Fault

  /// A broken entry.
  public init(position: JournalPosition, fault: Fault) {
    self.position = position
    self.fault = fault
  }
}

extension BrokenEntry: CustomStringConvertible {
  /// Which entry it is and what is wrong with it.
  public var description: String {
    switch fault {
    case .unreadable(let reason): "entry \(position.number) cannot be read: \(reason)"
    case .changed: "entry \(position.number) is not as it was written"
    case .afterMissing(let first) where first.number == position.number - 1:
      "entry \(first.number) is missing, so entry \(position.number) cannot be checked"
    case .afterMissing(let first):
      "entries \(first.number) to \(position.number - 1) are missing, so entry \(position.number) cannot be checked"
    }
  }
}
