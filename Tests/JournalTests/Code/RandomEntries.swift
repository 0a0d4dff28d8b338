import FaultTesting
import RosterModel

/// Entries drawn by chance, of texts that are hard to write down.
struct RandomEntries {
  private var random: SeededGenerator
  private static let scalars: [Unicode.Scalar] = [
    "\u{0}", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\\", "-", "x", "t", "n", " ", "a", "é", "\u{301}", "Ў", "漢",
    "\u{202E}", "\u{FEFF}", "\u{10FFFF}",
  ]

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  mutating func next() -> JournalEntry {
    let changes = (0..<number(5)).map { _ in change() }
    let origin = flag() ? SystemOrigin(user: text(), host: text(), terminal: text()) : nil
    var draft = EntryDraft(
      kind: kind(), name: text(), reason: text(), isForced: flag(), changes: changes, key: flag() ? text() : nil)
    draft.request = flag() ? text() : nil
    draft.mended = (0..<number(3)).map { _ in mended() }
    let prints = changes.map { change -> UInt64 in
      if case .posting = change { random.next() } else { 0 }
    }
    let hasPosting = changes.contains { if case .posting = $0 { true } else { false } }
    return JournalEntry(
      position: JournalPosition(integer()), at: integer(),
      author: Author(person: text(), session: text(), origin: origin), draft: draft,
      seen: hasPosting && flag() ? [] : prints)
  }

  /// The same bytes but for one that is changed, left out or put in.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let place = number(bytes.count)
    switch number(3) {
    case 0: bytes[place] ^= UInt8(1 << number(8))
    case 1: bytes.remove(at: place)
    default: bytes.insert(UInt8(number(256)), at: place)
    }
    return bytes
  }

  /// Bytes of any kind, of those that code is made of more often.
  mutating func bytes() -> [UInt8] {
    let common = Array("entry\tposting\t\\-\\x0A\nabsence\t1\tlocked\t2026-12-05\t".utf8)
    return (0..<number(300)).map { _ in flag() ? common[number(common.count)] : UInt8(number(256)) }
  }

  private mutating func change() -> RowChange {
    switch number(6) {
    case 0: .posting(PostingChange(name(), old: remark(), new: remark()))
    case 1:
      .absence(
        AbsenceChange(
          unit: text(), days: text(), shift: flag() ? text() : nil, reason: flag() ? .court : .sick, isAdded: flag()))
    case 2: .publication(PublicationChange(district: text(), day: day(), at: text(), by: text(), isAdded: flag()))
    case 3:
      .manoeuvre(
        ManoeuvreChange(
          day: day(), shift: text(), unit: text(), at: text(), kind: flag() ? .moved : .sentHome,
          beat: flag() ? text() : nil, reason: text(), by: text(), isAdded: flag()))
    case 4:
      .call(
        CallChange(
          day: day(), shift: text(), beat: text(), unit: text(), at: text(), answer: flag() ? .yes : .none, by: text(),
          note: text(), isAdded: flag()))
    default: .published(name(), isAdded: flag())
    }
  }

  private mutating func mended() -> MendedEntries {
    MendedEntries(
      first: JournalPosition(integer()), last: JournalPosition(integer()), fault: flag() ? .missing : .changed,
      print: flag() ? EntrySeal((0..<EntrySeal.count).map { _ in UInt8(number(256)) }) : nil)
  }

  private mutating func name() -> PostingName {
    PostingName(day: day(), shift: text(), beat: text(), unit: text())
  }

  private mutating func remark() -> PostingRemark? { flag() ? PostingRemark(isLocked: flag(), note: text()) : nil }

  private mutating func kind() -> EntryKind {
    let position = JournalPosition(integer())
    return [.edit, .undo(position), .redo(position), .plan, .imported, .publication, .repair][number(7)]
  }

  private mutating func day() -> Day { Day(number: Int32(number(40_000)) - 10_000) }

  private mutating func integer() -> Int64 {
    [0, 1, -1, .max, .min, Int64(bitPattern: random.next())][number(6)]
  }

  private mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(6) { text.append(Self.scalars[number(Self.scalars.count)]) }
    return String(text)
  }

  private mutating func flag() -> Bool { .random(using: &random) }

  private mutating func number(_ limit: Int) -> Int { limit == 0 ? 0 : .random(in: 0..<limit, using: &random) }
}
