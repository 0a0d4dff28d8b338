import Journal
import RosterModel

extension LogAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, entries
  }

  private struct Entry: Encodable {
    var position: Int64
    var at: String
    var milliseconds: Int64
    var by: String
    var session: String
    var kind: String
    var of: Int64?
    var name: String
    var reason: String
    var isForced: Bool
    var changes: [Change]
    var conflicts: [Conflict]
  }

  private struct Conflict: Encodable {
    var change: Int
    var why: String
  }

  private struct Remark: Encodable {
    var locked: Bool
    var note: String
  }

  private struct Change: Encodable {
    var table: String
    var change: String
    var day: String?
    var shift: String?
    var beat: String?
    var unit: String?
    var old: Remark?
    var new: Remark?
    var days: String?
    var reason: String?
    var district: String?
    var at: String?
    var by: String?
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.0", forKey: .formatVersion)
    try container.encode(entries.map(entry), forKey: .entries)
  }

  private func entry(_ entry: JournalEntry) -> Entry {
    Entry(
      position: entry.position.number, at: JournalTime.text(entry.at, in: settings), milliseconds: entry.at,
      by: entry.author.person, session: entry.author.session, kind: entry.draft.kind.word,
      of: entry.draft.kind.position?.number, name: entry.draft.name, reason: entry.draft.reason,
      isForced: entry.draft.isForced, changes: entry.draft.changes.map(change),
      conflicts: conflicts.filter { $0.position == entry.position }.map {
        Conflict(change: $0.ordinal, why: $0.fault.rawValue)
      })
  }

  private func change(_ change: RowChange) -> Change {
    switch change {
    case .posting(let change):
      var row = named(change.posting, table: "assignments")
      row.change = change.isAdded ? "added" : change.isRemoved ? "removed" : "changed"
      row.old = change.old.map { Remark(locked: $0.isLocked, note: $0.note) }
      row.new = change.new.map { Remark(locked: $0.isLocked, note: $0.note) }
      return row
    case .absence(let change):
      return Change(
        table: "absences", change: word(change.isAdded), shift: change.shift, unit: change.unit, days: change.days,
        reason: change.reason.rawValue)
    case .publication(let change):
      return Change(
        table: "publications", change: word(change.isAdded), day: change.day.description, district: change.district,
        at: change.at, by: change.by)
    case .published(let posting, let isAdded):
      var row = named(posting, table: "published")
      row.change = word(isAdded)
      return row
    }
  }

  private func named(_ posting: PostingName, table: String) -> Change {
    Change(
      table: table, change: "", day: posting.day.description, shift: posting.shift, beat: posting.beat,
      unit: posting.unit)
  }

  private func word(_ isAdded: Bool) -> String { isAdded ? "added" : "removed" }
}
