import GRDB
import RosterModel

/// What repairs have let stand, by the repairs that are sound themselves.
struct Mendings {
  private var found: [(mended: MendedEntries, by: JournalPosition)] = []

  /// None.
  init() {}

  /// Those of a journal.
  init(_ reader: EntryReader) throws {
    guard reader.format == .sealed else { return }
    let repairs = try Int64.fetchAll(reader.db, sql: "SELECT DISTINCT entry FROM mended ORDER BY entry")
    for entry in try reader.soundEntries(at: repairs) where entry.draft.kind == .repair {
      found += entry.draft.mended.map { ($0, entry.position) }
    }
  }

  /// The repair that has found these entries missing; `nil` where none has.
  func mender(ofMissing first: JournalPosition, through last: JournalPosition) -> JournalPosition? {
    found.last { $0.mended.fault == .missing && $0.mended.first <= first && $0.mended.last >= last }?.by
  }

  /// The repair that has let an entry stand as it is now; `nil` where none has.
  ///
  /// - Parameter entry: what it says now.
  func mender(
    of position: JournalPosition, _ faults: [MendedEntries.Fault], says entry: JournalEntry?
  ) -> JournalPosition? {
    guard !found.isEmpty else { return nil }
    let print = entry.map(BrokenEntry.print)
    return found.last {
      $0.mended.first == position && faults.contains($0.mended.fault) && $0.mended.print == print
    }?.by
  }
}
