import Crypto
import RosterModel

extension EntrySeal {
  /// The seal of an entry of these bytes, as `EntryCode` gives them.
  package init(_ bytes: [UInt8], after previous: EntrySeal) {
    var hash = SHA256()
    previous.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    self = EntrySeal(Array(hash.finalize())) ?? .start
  }

  /// The seal of an entry.
  ///
  /// - Parameter previous: the seal of the entry before it; `start` before the first.
  package init(_ entry: JournalEntry, after previous: EntrySeal) {
    self.init(EntryCode.bytes(of: entry), after: previous)
  }
}
