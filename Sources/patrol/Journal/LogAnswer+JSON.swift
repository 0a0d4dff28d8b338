import Journal
import RosterModel

extension LogAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, entries, damaged
  }

  struct Damaged: Encodable {
    var position: Int64
    var last: Int64
    var fault: String
    var message: String
    fileprivate var says: Entry?
    var letStandBy: Int64?
  }

  fileprivate struct Entry: Encodable {
    var position: Int64
    var at: String
    var milliseconds: Int64
    var by: String
    var session: String
    var user: String?
    var host: String?
    var terminal: String?
    var id: String?
    var seal: String
    var kind: String
    var of: Int64?
    var name: String
    var reason: String
    var isForced: Bool
    var changes: [Change]
    var mended: [Mended]?
    var conflicts: [Conflict]
  }

  fileprivate struct Conflict: Encodable {
    var change: Int
    var why: String
  }

  fileprivate struct Mended: Encodable {
    var first: Int64
    var last: Int64
    var fault: String
    var print: String?
  }

  fileprivate struct Remark: Encodable {
    var locked: Bool
    var note: String
  }

  fileprivate struct Change: Encodable {
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
    var what: String?
    var answer: String?
    var note: String?
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.1", forKey: .formatVersion)
    try container.encode(
      records.compactMap { if case .sound(let entry) = $0 { self.entry(entry) } else { nil } }, forKey: .entries)
    try container.encode(damaged, forKey: .damaged)
  }

  /// What is damaged among the records.
  var damaged: [Damaged] {
    records.compactMap { if case .broken(let broken) = $0 { damaged(broken) } else { nil } }
  }

  private func damaged(_ broken: BrokenEntry) -> Damaged {
    Damaged(
      position: broken.position.number, last: broken.last.number, fault: broken.fault.word, message: "\(broken)",
      says: broken.says.map(entry), letStandBy: broken.mendedBy?.number)
  }

  private func entry(_ entry: JournalEntry) -> Entry {
    let (author, draft) = (entry.author, entry.draft)
    return Entry(
      position: entry.position.number, at: JournalTime.text(entry.at, in: settings), milliseconds: entry.at,
      by: author.person, session: author.session, user: author.origin?.user, host: author.origin?.host,
      terminal: author.origin?.terminal, id: draft.key, seal: entry.seal.text, kind: draft.kind.word,
      of: draft.kind.position?.number, name: draft.name, reason: draft.reason, isForced: draft.isForced,
      changes: draft.changes.map(change), mended: draft.mended.isEmpty ? nil : draft.mended.map(mended),
      conflicts: conflicts.filter { $0.position == entry.position }.map {
        Conflict(change: $0.ordinal, why: $0.fault.rawValue)
      })
  }

  private func mended(_ mended: MendedEntries) -> Mended {
    Mended(
      first: mended.first.number, last: mended.last.number, fault: mended.fault.rawValue, print: mended.print?.text)
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
    case .manoeuvre(let change):
      return Change(
        table: "manoeuvres", change: word(change.isAdded), day: change.day.description, shift: change.shift,
        beat: change.beat, unit: change.unit, reason: change.reason, at: change.at, by: change.by,
        what: change.kind.rawValue)
    case .call(let change):
      return Change(
        table: "calls", change: word(change.isAdded), day: change.day.description, shift: change.shift,
        beat: change.beat, unit: change.unit, at: change.at, by: change.by, answer: change.answer.rawValue,
        note: change.note)
    }
  }

  private func named(_ posting: PostingName, table: String) -> Change {
    Change(
      table: table, change: "", day: posting.day.description, shift: posting.shift, beat: posting.beat,
      unit: posting.unit)
  }

  private func word(_ isAdded: Bool) -> String { isAdded ? "added" : "removed" }
}
