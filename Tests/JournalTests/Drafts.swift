import Journal
import RosterModel

/// Acts on the small roster, for tests.
enum Drafts {
  static let day = Day(iso: "2026-12-05") ?? Day(number: 0)

  static func name(_ unit: String, _ beat: String, _ shift: String = "A", day: Day = Self.day) -> PostingName {
    PostingName(day: day, shift: shift, beat: beat, unit: unit)
  }

  static func assign(
    _ unit: String, _ beat: String, _ shift: String = "A", day: Day = Self.day, reason: String = "",
    isForced: Bool = false
  ) -> EntryDraft {
    EntryDraft(
      name: "assign \(unit) to \(beat)", reason: reason, isForced: isForced,
      changes: [.posting(PostingChange(name(unit, beat, shift, day: day), old: nil, new: PostingRemark()))])
  }

  static func unassign(_ unit: String, _ beat: String, _ shift: String = "A", day: Day = Self.day) -> EntryDraft {
    EntryDraft(
      name: "unassign \(unit)",
      changes: [.posting(PostingChange(name(unit, beat, shift, day: day), old: PostingRemark(), new: nil))])
  }

  static func undo(_ entry: JournalEntry) -> EntryDraft {
    EntryDraft(kind: .undo(entry.position), name: entry.draft.name, changes: entry.draft.changes.inverse)
  }

  static func redo(_ entry: JournalEntry) -> EntryDraft {
    EntryDraft(kind: .redo(entry.position), name: entry.draft.name, changes: entry.draft.changes)
  }

  /// A draft with a change of each kind.
  static let everything = EntryDraft(
    kind: .publication, name: "all sorts; \u{1B}[31m'quoted'", reason: "because", isForced: true,
    changes: [
      .posting(PostingChange(name("u1", "n1-a"), old: nil, new: PostingRemark(isLocked: true, note: "by phone"))),
      .published(name("u1", "n1-a"), isAdded: true),
      .absence(AbsenceChange(unit: "u2", days: "mon-fri", shift: "A", reason: .court, isAdded: true)),
      .absence(AbsenceChange(unit: "u2", days: "daily", shift: nil, reason: .sick, isAdded: false)),
      .posting(
        PostingChange(name("Ушёл", "nowhere"), old: PostingRemark(note: "a"), new: PostingRemark(isLocked: true))),
      .publication(
        PublicationChange(district: "north", day: day, at: "2026-12-01T10:00", by: "Aziz", isAdded: true)),
      .posting(PostingChange(name("u1", "n1-a"), old: PostingRemark(isLocked: true, note: "by phone"), new: nil)),
    ])
}

extension RosterJournal {
  /// Records an act as it stands.
  func add(_ draft: EntryDraft, by person: String = "Aziz", at time: Int64 = 1_000) throws -> JournalEntry {
    try append(after: .start, key: draft.key) { _ in
      NewEntry(at: time, author: Author(person: person, session: person + "-1"), draft: draft)
    }
  }
}
