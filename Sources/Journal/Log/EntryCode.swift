import Crypto
import RosterModel

/// An entry as bytes, and back: UTF-8 text that a person can read, in one form only, which is what an `EntrySeal` seals.
///
/// A line for the entry and one for each change, fields parted by tabs as `CodedLine` has them:
///
///     entry  7  1796121181638  Bek  20156-1l0dm0b  bek  desk-2  /dev/pts/3  \-  \-  edit  \-  plain  assign u1 to n1-b  ·
///     posting  2026-12-10  C  n1-b  u1  \-  \-  ·  ·  0000000000000000
///
/// (`·` is an empty field.) What an entry says is never added to or left out here without a new first word: seals that
/// people have kept would not fit any more.
package enum EntryCode {
  /// The bytes of an entry, without its seal.
  package static func bytes(of entry: JournalEntry) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(160 + 80 * entry.draft.changes.count)
    append(head(entry), to: &bytes)
    let hasSeen = entry.seen.count == entry.draft.changes.count
    for (index, change) in entry.draft.changes.enumerated() {
      append(line(change, seen: hasSeen ? entry.seen[index] : nil), to: &bytes)
    }
    for mended in entry.draft.mended { append(line(mended), to: &bytes) }
    return bytes
  }

  /// The entry of these bytes.
  ///
  /// - Parameters:
  ///   - bytes: may be anything.
  ///   - previous: the seal of the entry before it.
  /// - Throws: `EntryCodeError` where they are not what `bytes(of:)` gives for any entry.
  package static func entry(
    from bytes: [UInt8], after previous: EntrySeal
  ) throws(EntryCodeError) -> JournalEntry {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true, let first = lines.first else {
      throw EntryCodeError(line: max(1, lines.count), reason: "does not end")
    }
    var entry = try read(1) { () throws(CodeFault) in try head(first) }
    var seen: [UInt64?] = []
    for (index, line) in lines.enumerated().dropFirst() {
      if line.starts(with: mendedWord) {
        entry.draft.mended.append(try read(index + 1) { () throws(CodeFault) in try mended(line) })
        continue
      }
      let (change, print) = try read(index + 1) { () throws(CodeFault) in try self.change(line) }
      entry.draft.changes.append(change)
      seen.append(print)
    }
    let noted = seen.compactMap { $0 }
    entry.seen = noted.count == seen.count ? noted : []
    guard Self.bytes(of: entry) == bytes else {
      throw EntryCodeError(line: 1, reason: "is not written as this program writes it")
    }
    entry.seal = EntrySeal(bytes, after: previous)
    return entry
  }

  private static func append(_ line: CodedLine, to bytes: inout [UInt8]) {
    bytes += line.bytes
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func read<Value>(
    _ line: Int, _ body: () throws(CodeFault) -> Value
  ) throws(EntryCodeError) -> Value {
    do { return try body() } catch { throw EntryCodeError(line: line, reason: error.reason) }
  }
}

/// Why bytes are those of no entry.
package struct EntryCodeError: Error, Hashable, CustomStringConvertible {
  /// The number of the line, from 1.
  package let line: Int
  /// What is wrong with it.
  package let reason: String

  /// What is wrong, and where.
  package var description: String { "line \(line) \(reason)" }
}

extension EntryCode {
  private static func head(_ entry: JournalEntry) -> CodedLine {
    let (author, draft) = (entry.author, entry.draft)
    var line = CodedLine("entry")
    line.add(entry.position.number)
    line.add(entry.at)
    for text in [author.person, author.session] { line.add(text) }
    for text in [author.origin?.user, author.origin?.host, author.origin?.terminal, draft.key, draft.request] {
      line.add(text)
    }
    line.add(draft.kind.word)
    line.add(draft.kind.position?.number)
    line.add(draft.isForced ? "forced" : "plain")
    for text in [draft.name, draft.reason] { line.add(text) }
    return line
  }

  private static func head(_ line: ArraySlice<UInt8>) throws(CodeFault) -> JournalEntry {
    var fields = try CodedFields(line)
    guard fields.word == "entry" else { throw CodeFault(reason: "begins no entry") }
    let position = JournalPosition(try fields.number())
    let at = try fields.number()
    var author = Author(person: try fields.text(), session: try fields.text())
    author.origin = try origin(fields.optionalText(), fields.optionalText(), fields.optionalText())
    let (key, request) = (try fields.optionalText(), try fields.optionalText())
    guard let kind = EntryKind(word: try fields.text(), position: try fields.optionalNumber()) else {
      throw CodeFault(reason: "is of no known kind")
    }
    let isForced = try flag(&fields, "forced", "plain")
    var draft = EntryDraft(
      kind: kind, name: try fields.text(), reason: try fields.text(), isForced: isForced, changes: [], key: key)
    draft.request = request
    try fields.end()
    return JournalEntry(position: position, at: at, author: author, draft: draft)
  }

  private static func origin(
    _ user: String?, _ host: String?, _ terminal: String?
  ) throws(CodeFault) -> SystemOrigin? {
    if let user, let host, let terminal { return SystemOrigin(user: user, host: host, terminal: terminal) }
    guard user == nil, host == nil, terminal == nil else { throw CodeFault(reason: "lacks a part of its origin") }
    return nil
  }

  private static func flag(_ fields: inout CodedFields, _ yes: String, _ no: String) throws(CodeFault) -> Bool {
    let word = try fields.text()
    guard word == yes || word == no else { throw CodeFault(reason: "says neither \(yes) nor \(no)") }
    return word == yes
  }
}

extension EntryCode {
  private static func line(_ change: RowChange, seen: UInt64?) -> CodedLine {
    switch change {
    case .posting(let change):
      var line = named(change.posting, "posting")
      for remark in [change.old, change.new] {
        line.add(remark.map { $0.isLocked ? "locked" : "" })
        line.add(remark?.note)
      }
      line.add(seen.map(hexadecimal))
      return line
    case .absence(let change):
      var line = CodedLine("absence")
      for text in [change.unit, change.days, change.shift, change.reason.rawValue] { line.add(text) }
      line.add(word(change.isAdded))
      return line
    case .publication(let change):
      var line = CodedLine("publication")
      for text in [change.district, change.day.description, change.at, change.by, word(change.isAdded)] {
        line.add(text)
      }
      return line
    case .published(let posting, let isAdded):
      var line = named(posting, "published")
      line.add(word(isAdded))
      return line
    case .manoeuvre(let change):
      var line = CodedLine("manoeuvre")
      for text in [change.day.description, change.shift, change.unit, change.at, change.kind.rawValue] {
        line.add(text)
      }
      for text in [change.beat, change.reason, change.by, word(change.isAdded)] { line.add(text) }
      return line
    case .call(let change):
      var line = CodedLine("call")
      for text in [change.day.description, change.shift, change.beat, change.unit, change.at] { line.add(text) }
      for text in [change.answer.rawValue, change.by, change.note, word(change.isAdded)] { line.add(text) }
      return line
    }
  }

  /// The change of a line, and the print of the unit's day that it notes; 0 for a change that has none.
  private static func change(_ line: ArraySlice<UInt8>) throws(CodeFault) -> (RowChange, seen: UInt64?) {
    var fields = try CodedFields(line)
    let change: RowChange
    var seen: UInt64? = 0
    switch fields.word {
    case "posting":
      change = .posting(PostingChange(try name(&fields), old: try remark(&fields), new: try remark(&fields)))
      seen = try print(&fields)
    case "absence":
      let (unit, days, shift) = (try fields.text(), try fields.text(), try fields.optionalText())
      guard let reason = AbsenceReason(rawValue: try fields.text()) else {
        throw CodeFault(reason: "names no known reason")
      }
      change = .absence(
        AbsenceChange(
          unit: unit, days: days, shift: shift, reason: reason, isAdded: try flag(&fields, "added", "removed")))
    case "publication":
      change = .publication(
        PublicationChange(
          district: try fields.text(), day: try day(&fields), at: try fields.text(), by: try fields.text(),
          isAdded: try flag(&fields, "added", "removed")))
    case "published":
      change = .published(try name(&fields), isAdded: try flag(&fields, "added", "removed"))
    case "manoeuvre": change = .manoeuvre(try manoeuvre(&fields))
    case "call": change = .call(try call(&fields))
    default: throw CodeFault(reason: "is no known change")
    }
    try fields.end()
    return (change, seen)
  }

  private static func manoeuvre(_ fields: inout CodedFields) throws(CodeFault) -> ManoeuvreChange {
    let (day, shift, unit) = (try day(&fields), try fields.text(), try fields.text())
    let at = try fields.text()
    guard let kind = Manoeuvre.Kind(rawValue: try fields.text()) else {
      throw CodeFault(reason: "names nothing that happens during a shift")
    }
    return ManoeuvreChange(
      day: day, shift: shift, unit: unit, at: at, kind: kind, beat: try fields.optionalText(),
      reason: try fields.text(), by: try fields.text(), isAdded: try flag(&fields, "added", "removed"))
  }

  private static func call(_ fields: inout CodedFields) throws(CodeFault) -> CallChange {
    let name = try name(&fields)
    let at = try fields.text()
    guard let answer = Call.Answer(rawValue: try fields.text()) else {
      throw CodeFault(reason: "names no known answer")
    }
    return CallChange(
      day: name.day, shift: name.shift, beat: name.beat, unit: name.unit, at: at, answer: answer,
      by: try fields.text(), note: try fields.text(), isAdded: try flag(&fields, "added", "removed"))
  }

  private static func named(_ posting: PostingName, _ word: String) -> CodedLine {
    var line = CodedLine(word)
    for text in [posting.day.description, posting.shift, posting.beat, posting.unit] { line.add(text) }
    return line
  }

  private static func name(_ fields: inout CodedFields) throws(CodeFault) -> PostingName {
    PostingName(
      day: try day(&fields), shift: try fields.text(), beat: try fields.text(), unit: try fields.text())
  }

  private static func day(_ fields: inout CodedFields) throws(CodeFault) -> Day {
    guard let day = Day(iso: try fields.text()) else { throw CodeFault(reason: "names no day") }
    return day
  }

  private static func remark(_ fields: inout CodedFields) throws(CodeFault) -> PostingRemark? {
    let (status, note) = (try fields.optionalText(), try fields.optionalText())
    switch (status, note) {
    case (nil, nil): return nil
    case ("locked"?, let note?): return PostingRemark(isLocked: true, note: note)
    case (""?, let note?): return PostingRemark(note: note)
    default: throw CodeFault(reason: "has a status that is none")
    }
  }

  private static func print(_ fields: inout CodedFields) throws(CodeFault) -> UInt64? {
    guard let text = try fields.optionalText() else { return nil }
    guard let print = UInt64(text, radix: 16) else { throw CodeFault(reason: "notes no print") }
    return print
  }

  private static func hexadecimal(_ print: UInt64) -> String {
    let digits = String(print, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func word(_ isAdded: Bool) -> String { isAdded ? "added" : "removed" }
}

extension EntryCode {
  private static let mendedWord = Array("mended\t".utf8)

  private static func line(_ mended: MendedEntries) -> CodedLine {
    var line = CodedLine("mended")
    for position in [mended.first, mended.last] { line.add(position.number) }
    line.add(mended.fault.rawValue)
    line.add(mended.print?.text)
    return line
  }

  private static func mended(_ line: ArraySlice<UInt8>) throws(CodeFault) -> MendedEntries {
    var fields = try CodedFields(line)
    let (first, last) = (JournalPosition(try fields.number()), JournalPosition(try fields.number()))
    guard let fault = MendedEntries.Fault(rawValue: try fields.text()) else {
      throw CodeFault(reason: "names no known fault")
    }
    var mended = MendedEntries(first: first, last: last, fault: fault)
    if let text = try fields.optionalText() {
      guard let print = EntrySeal(text: text) else { throw CodeFault(reason: "has no seal as its print") }
      mended.print = print
    }
    try fields.end()
    return mended
  }
}

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
