import RosterModel

/// The acts since the tables were last brought up to date, as the roster's tail file keeps them apart from the journal.
///
/// The tables of its start and its entries together are the roster: what was told as done is in two places that do not
/// share a file, a folder or a format, so that whichever is damaged or removed, the other has it.
public struct KeptTail: Hashable, Sendable {
  /// The checkpoint whose tables the entries go on from.
  public var start: NewCheckpoint
  /// The seal of the last entry that those tables hold.
  public var startSeal: EntrySeal
  /// The entries after it, in their order, each sealed after the one before it.
  public var entries: [JournalEntry] = []

  /// What is kept from a checkpoint on.
  public init(start: NewCheckpoint, startSeal: EntrySeal, entries: [JournalEntry] = []) {
    self.start = start
    self.startSeal = startSeal
    self.entries = entries
  }

  /// The position of the last entry.
  public var end: JournalPosition { entries.last?.position ?? start.through }
  /// The seal of the last entry.
  public var endSeal: EntrySeal { entries.last?.seal ?? startSeal }

  /// The seal at a position that it knows; `nil` for all others.
  func seal(at position: JournalPosition) -> EntrySeal? {
    position == start.through ? startSeal : entries.first { $0.position == position }?.seal
  }

  /// What a journal that ends at a position has lost of it; `nil` where that journal is not one that this goes on from.
  ///
  /// - Parameter seal: the journal's seal at that position.
  func lost(by end: JournalPosition, sealed seal: EntrySeal) -> LostEntries? {
    // What is before its start is in the tables.
    if end < start.through { return LostEntries(entries: entries, isGap: true) }
    guard end < self.end else {
      return end > self.end || seal == endSeal ? LostEntries(entries: [], isGap: false) : nil
    }
    guard self.seal(at: end) == seal else { return nil }
    return LostEntries(entries: entries.filter { $0.position > end }, isGap: false)
  }

  /// Whichever of two goes farther.
  static func farther(_ left: KeptTail?, _ right: KeptTail?) -> KeptTail? {
    guard let left, let right else { return left ?? right }
    return left.end < right.end ? right : left
  }
}

/// The entries that a journal has lost and its tail has kept.
public struct LostEntries: Hashable, Sendable {
  /// The entries, in their order.
  public var entries: [JournalEntry]
  /// Whether the journal lacks entries before them too, which the tables hold.
  public var isGap: Bool

  /// Lost entries.
  public init(entries: [JournalEntry], isGap: Bool) {
    self.entries = entries
    self.isGap = isGap
  }

  /// Whether nothing is lost.
  public var isEmpty: Bool { entries.isEmpty && !isGap }
}

extension JournalTail {
  /// This with what the journal has lost.
  ///
  /// - Parameters:
  ///   - kept: what was kept apart from the journal, read before it.
  ///   - seal: the journal's seal at a position.
  /// - Throws: `JournalError.damaged` where the two are not of the same acts.
  func joined(
    with kept: KeptTail?, _ seal: (JournalPosition) throws(JournalError) -> EntrySeal
  ) throws(JournalError) -> JournalTail {
    guard let kept, end < kept.end else { return self }
    guard let lost = kept.lost(by: end, sealed: try seal(end)) else {
      throw .damaged(path: TailFile.name, reason: "its acts are not those of the journal")
    }
    var joined = self
    if lost.isGap {
      joined = JournalTail(kept, after: lastCheckpoint)
      joined.outside = outside
    } else {
      joined.entries += lost.entries
      joined.recovered = lost.entries.count
    }
    return joined
  }

  /// A tail alone, without its journal.
  ///
  /// - Parameter number: the number of the latest checkpoint that is known otherwise.
  init(_ kept: KeptTail, after number: Int64 = 0) {
    self.init(
      candidates: [Checkpoint(number: number + 1, content: kept.start)], entries: kept.entries,
      lastCheckpoint: number + 1, outside: kept.start.origin == .outside ? number + 1 : 0, recovered: kept.entries.count
    )
  }
}

/// The form of the tail file: text, a line for the start, and for each entry a line with its length and its seal, and
/// its canonical bytes.
///
///     tail     1  6  8f2c…  1796121181638  own  412-9a…  absent  absent  absent  5d01…
///     sealed   212  77ab…
///     entry    7  1796121181638  Bek  …
///     posting  2026-12-10  C  n1-b  u1  …
///
/// Every part carries a sum over itself: of a file that was cut off or damaged, all before the damage is known to be
/// what was written.
package enum TailCode {
  /// The format that this version writes and reads.
  private static let format: Int64 = 1

  /// The first line, with its end.
  package static func head(_ tail: KeptTail) -> [UInt8] {
    var line = CodedLine("tail")
    line.add(format)
    line.add(tail.start.through.number)
    line.add(tail.startSeal.text)
    line.add(tail.start.at)
    line.add(tail.start.origin.rawValue)
    for print in tail.start.tables.prints { line.add(print) }
    line.add(sum(line).text)
    return line.bytes + [lineEnd]
  }

  /// An entry, with its seal.
  package static func record(_ entry: JournalEntry) -> [UInt8] {
    let bytes = EntryCode.bytes(of: entry)
    var line = CodedLine("sealed")
    line.add(Int64(bytes.count))
    line.add(entry.seal.text)
    return line.bytes + [lineEnd] + bytes
  }

  /// What a file holds that may hold anything.
  ///
  /// - Returns: the tail as far as it is sound, and how many bytes that takes; `nil` where not even its start is.
  package static func tail(_ bytes: [UInt8]) -> (tail: KeptTail, length: Int)? {
    guard let (line, rest) = line(in: bytes, from: 0), let start = start(line) else { return nil }
    var tail = start
    var length = rest
    while let (entry, next) = record(in: bytes, from: length, after: tail) {
      tail.entries.append(entry)
      length = next
    }
    return (tail, length)
  }

  /// The entry that begins at an offset; `nil` where there is none, or it is not as it was written.
  static func record(
    in bytes: [UInt8], from offset: Int, after tail: KeptTail
  ) -> (entry: JournalEntry, next: Int)? {
    guard let (line, begin) = line(in: bytes, from: offset) else { return nil }
    do {
      var fields = try CodedFields(line)
      let (count, seal) = (try fields.number(), EntrySeal(text: try fields.text()))
      try fields.end()
      guard fields.word == "sealed", count > 0, count <= Int64(bytes.count - begin) else { return nil }
      let end = begin + Int(count)
      let entry = try EntryCode.entry(from: Array(bytes[begin..<end]), after: tail.endSeal)
      return entry.seal == seal && entry.position > tail.end ? (entry, end) : nil
    } catch {
      return nil
    }
  }

  /// What the line before an entry begins with.
  static let recordStart = Array("sealed\t".utf8)

  private static func start(_ line: ArraySlice<UInt8>) -> KeptTail? {
    guard let split = line.lastIndex(of: UInt8(ascii: "\t")) else { return nil }
    do {
      var fields = try CodedFields(line)
      guard fields.word == "tail", try fields.number() == format else { return nil }
      let through = JournalPosition(try fields.number())
      guard let seal = EntrySeal(text: try fields.text()) else { return nil }
      let at = try fields.number()
      guard let origin = NewCheckpoint.Origin(rawValue: try fields.text()) else { return nil }
      let prints = try TablePrints.tables.map { _ in try fields.text() }
      let sum = EntrySeal(text: try fields.text())
      try fields.end()
      guard sum == EntrySeal(Array(line[..<split]), after: .start) else { return nil }
      return KeptTail(
        start: NewCheckpoint(
          at: at, through: through, tables: TablePrints(prints: prints), origin: origin, isDone: true),
        startSeal: seal)
    } catch {
      return nil
    }
  }

  private static func sum(_ line: CodedLine) -> EntrySeal { EntrySeal(line.bytes, after: .start) }

  private static func line(in bytes: [UInt8], from offset: Int) -> (ArraySlice<UInt8>, next: Int)? {
    guard let end = bytes[offset...].firstIndex(of: lineEnd) else { return nil }
    return (bytes[offset..<end], end + 1)
  }

  private static let lineEnd = UInt8(ascii: "\n")
}
