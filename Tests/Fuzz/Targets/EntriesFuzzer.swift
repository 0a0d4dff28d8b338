import RosterModel

@testable import Journal

extension Fuzzer {
  /// The canonical bytes of an entry of the journal.
  ///
  /// Bytes that are read are those that the entry is written as, so that two texts never have one seal; and it can be
  /// replayed over any roster.
  static let entries = Fuzzer(name: "entries") {
    let roster = try FuzzRoster.roster()
    return { input in
      do throws(EntryCodeError) {
        let entry = try EntryCode.entry(from: input, after: .start)
        hold(EntryCode.bytes(of: entry) == input, "read, and written otherwise")
        var (inside, outside) = (RosterReplay(roster), RosterReplay(roster))
        let faults = inside.replay(entry)
        hold(faults.count <= entry.draft.changes.count, "more conflicts than changes")
        _ = outside.replay(entry, overOutsideEdits: true)
        _ = inside.prints(of: entry.draft.changes)
      } catch {
        let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
        hold(error.line >= 1 && error.line <= lines, "line \(error.line) of \(lines): \(error.reason)")
      }
    }
  }
}
