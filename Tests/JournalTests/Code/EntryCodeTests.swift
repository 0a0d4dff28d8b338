import Foundation
import Journal
import RosterModel
import Testing

@Suite("An entry as bytes")
struct EntryCodeTests {
  private static let entry = mended(
    JournalEntry(
      position: JournalPosition(7), at: 1_796_121_181_638,
      author: Author(
        person: "Азиз", session: "20156-1l0", origin: SystemOrigin(user: "bek", host: "desk-2", terminal: "/dev/pts/3")),
      draft: EntryDraft(
        kind: .undo(JournalPosition(6)), name: "assign u1\tto n1-b", reason: "", isForced: true,
        changes: [
          .posting(PostingChange(Drafts.name("u1", "n1-b"), old: nil, new: PostingRemark(note: "a\\b"))),
          .absence(AbsenceChange(unit: "u2", days: "daily", shift: nil, reason: .sick, isAdded: false)),
          .publication(
            PublicationChange(district: "north", day: Drafts.day, at: "18:00", by: "\u{1B}[31m", isAdded: true)),
          .published(Drafts.name("u1", "n1-b"), isAdded: true),
        ]),
      seen: [0xABC, 0, 0, 0]))

  private static func mended(_ entry: JournalEntry) -> JournalEntry {
    var entry = entry
    entry.draft.mended = [
      MendedEntries(first: JournalPosition(2), last: JournalPosition(3), fault: .missing),
      MendedEntries(first: JournalPosition(5), last: JournalPosition(5), fault: .changed, print: .start),
    ]
    return entry
  }

  @Test("is a text of lines that a person can read; this form is what kept seals are of, and never changes")
  func form() {
    let expected = """
      entry|7|1796121181638|Азиз|20156-1l0|bek|desk-2|/dev/pts/3|\\-|\\-|undo|6|forced|assign u1\\tto n1-b|
      posting|2026-12-05|A|n1-b|u1|\\-|\\-||a\\\\b|0000000000000abc
      absence|u2|daily|\\-|sick|removed
      publication|north|2026-12-05|18:00|\\x1B[31m|added
      published|2026-12-05|A|n1-b|u1|added
      mended|2|3|missing|\\-
      mended|5|5|changed|\(EntrySeal.start)

      """
    let text = String(decoding: EntryCode.bytes(of: Self.entry), as: UTF8.self)
    #expect(text.replacingOccurrences(of: "\t", with: "|") == expected)
  }

  @Test("its seal is what sha256sum says of the seal before it and the bytes")
  func seal() throws {
    // { head -c 32 /dev/zero; printf '...'; } | sha256sum
    let first = EntrySeal(Self.entry, after: .start)
    #expect(first.text == "2565ff9751228c2957c3e8b66f1f38cf92320e83d8d7c344e2fdc77dae1e718a")
    #expect(EntrySeal(Self.entry, after: first) != first)
    #expect(EntrySeal(text: first.text) == first)
    #expect(EntrySeal(text: first.text.uppercased()) == nil)
    #expect(EntrySeal(text: first.text.dropLast()) == nil)
    #expect(EntrySeal([UInt8](repeating: 0, count: 31)) == nil)
  }

  @Test("comes back from its bytes as it was, whatever its texts hold")
  func roundTrip() throws {
    var entries = RandomEntries(seed: 1)
    for number in 0..<3_000 {
      let entry = entries.next()
      let bytes = EntryCode.bytes(of: entry)
      var again = try EntryCode.entry(from: bytes, after: .start)
      #expect(again.seal == EntrySeal(entry, after: .start), "entry \(number)")
      again.seal = entry.seal
      #expect(again == entry, "entry \(number)")
      #expect(EntryCode.bytes(of: again) == bytes, "entry \(number)")
    }
  }

  @Test("bytes that are damaged are an error, or those of another entry in its one form; nothing traps")
  func hostile() {
    var entries = RandomEntries(seed: 2)
    var refused = 0
    for number in 0..<6_000 {
      let bytes = number % 3 == 0 ? entries.bytes() : entries.damaged(EntryCode.bytes(of: entries.next()))
      do throws(EntryCodeError) {
        let entry = try EntryCode.entry(from: bytes, after: .start)
        #expect(EntryCode.bytes(of: entry) == bytes, "try \(number)")
      } catch {
        #expect(error.line >= 1)
        refused += 1
      }
    }
    #expect(refused > 3_000)
  }

  @Test(
    "what is written in another form than the one is refused",
    arguments: [
      ("\t7\t", "\t07\t"), ("\t7\t", "\t+7\t"), ("tto n1", "x09to n1"), ("x1B", "x1b"), ("Азиз", "\\xD0\\x90зиз"),
      ("0000000000000abc", "abc"), ("forced", "yes"), ("\tsick\t", "\twhim\t"), ("2026-12-05\t18", "2026-13-05\t18"),
      ("\tbek\tdesk-2", "\t\\-\tdesk-2"), ("\tundo\t6", "\tundo\t\\-"), ("\tundo\t6", "\tedit\t6"),
      ("\tsick\tremoved\n", "\tsick\tremoved\t\n"), ("entry", "entries"), ("added\n", "added\n\n"),
      ("mended\t2\t3", "mended\t02\t3"), ("\tmissing\t\\-", "\tmissing\t"),
    ])
  func otherForms(_ text: String, _ other: String) {
    let bytes = String(decoding: EntryCode.bytes(of: Self.entry), as: UTF8.self)
    let changed = bytes.replacingOccurrences(of: text, with: other)
    #expect(changed != bytes)
    #expect(throws: EntryCodeError.self) { try EntryCode.entry(from: Array(changed.utf8), after: .start) }
  }
}
