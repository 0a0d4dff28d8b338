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
  /// A seal over what the entry said when it was let stand, by which it is known again; `nil` where it could not be read.
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
