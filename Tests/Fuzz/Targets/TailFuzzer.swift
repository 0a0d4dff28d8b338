import RosterModel

@testable import Journal

extension Fuzzer {
  /// The tail file: its text, or the acts that it was written with and what then happened to its bytes.
  ///
  /// The first byte says which: the text as it is, the text with its sums and seals set right, so that what they stand for
  /// is read, or damage. What is read of a text is read the same from what it is written as. Of a file that was damaged,
  /// what is read is what was written, as far as the damage at the least; and what a journal is told to have lost is in
  /// order.
  static let tail = Fuzzer(name: "tail") {
    return { input in
      var ration = Ration(input)
      switch ration.choice(of: 3) {
      case 0: check(ration.bytes)
      case 1: check(sealed(ration.bytes))
      default: damage(&ration)
      }
    }
  }

  private static func check(_ bytes: [UInt8]) {
    guard let (tail, length) = TailCode.tail(bytes) else { return }
    hold(length <= bytes.count, "\(length) bytes read of \(bytes.count)")
    let written = TailCode.head(tail) + tail.entries.flatMap { TailCode.record($0) }
    guard let (again, all) = TailCode.tail(written) else { fail("what was written is not read") }
    hold(again == tail && all == written.count, "read, written and read otherwise: \(again), before: \(tail)")
    checkLost(tail)
  }

  /// What a journal that ends anywhere has lost comes after its end, in order.
  private static func checkLost(_ tail: KeptTail) {
    var ends = [(tail.start.through, tail.startSeal)] + tail.entries.map { ($0.position, $0.seal) }
    ends += [(.start, .start), (JournalPosition(.max), tail.endSeal), (JournalPosition(.min), .start)]
    for (end, seal) in ends {
      guard let lost = tail.lost(by: end, sealed: seal) else { continue }
      var last = lost.isGap ? JournalPosition(.min) : end
      for entry in lost.entries {
        hold(entry.position > last, "lost by \(end): \(entry.position) after \(last)")
        last = entry.position
      }
      hold(lost.entries.isEmpty || last == tail.end, "lost by \(end): as far as \(last) of \(tail.end)")
    }
  }

  /// A text whose sums and seals are right: the last field of the first line, and the length and the seal before each entry,
  /// which goes on to the next line that begins as one.
  private static func sealed(_ text: [UInt8]) -> [UInt8] {
    let lineEnd = UInt8(ascii: "\n")
    var lines = text.split(separator: lineEnd, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let head = lines.first else { return text }
    var bytes = head + Array("\t\(EntrySeal(head, after: .start).text)\n".utf8)
    var seal = TailCode.tail(bytes)?.tail.startSeal ?? .start
    var entry: [UInt8] = []
    for line in lines.dropFirst() + [Array("entry".utf8)] {
      if line.starts(with: "entry".utf8), !entry.isEmpty {
        seal = EntrySeal(entry, after: seal)
        bytes += Array("sealed\t\(entry.count)\t\(seal.text)\n".utf8) + entry
        entry = []
      }
      entry += line + [lineEnd]
    }
    return bytes
  }

  private static func damage(_ ration: inout Ration) {
    var tail = KeptTail(
      start: NewCheckpoint(
        at: ration.number(), through: JournalPosition(Int64(ration.byte())),
        tables: TablePrints(prints: (0..<4).map { _ in FuzzedEntry.text(&ration) }),
        origin: ration.choice(of: 2) == 0 ? .own : .outside, isDone: true),
      startSeal: EntrySeal([UInt8](repeating: UInt8(ration.byte()), count: EntrySeal.count)) ?? .start)
    var written = TailCode.head(tail)
    var ends = [written.count]
    for _ in 0..<ration.choice(of: 4) {
      let author = Author(person: FuzzedEntry.text(&ration), session: FuzzedEntry.text(&ration))
      let draft = FuzzedEntry.draft(&ration)
      // Only of postings it is noted what was seen.
      let seen = draft.changes.map { if case .posting = $0 { UInt64(bitPattern: ration.number()) } else { UInt64(0) } }
      let position = JournalPosition(tail.end.number + 1 + Int64(ration.choice(of: 2)))
      var entry = JournalEntry(position: position, at: ration.number(), author: author, draft: draft, seen: seen)
      entry.seal = EntrySeal(entry, after: tail.endSeal)
      tail.entries.append(entry)
      written += TailCode.record(entry)
      ends.append(written.count)
    }
    var bytes = written
    while !ration.isEmpty { ration.damage(&bytes) }
    // What stands before the first byte that is another must be there, and nothing that was never written.
    let sound = zip(bytes, written).prefix { $0 == $1 }.count
    let parts = ends.count { $0 <= sound }
    guard let (read, length) = TailCode.tail(bytes) else {
      hold(parts == 0, "nothing is read of a file that is sound for \(sound) bytes")
      return
    }
    hold(read.start == tail.start && read.startSeal == tail.startSeal, "another start: \(read)")
    hold(read.entries.count + 1 >= parts, "\(read.entries.count) entries of \(parts - 1) sound ones")
    hold(tail.entries.starts(with: read.entries), "never written so: \(read.entries), but: \(tail.entries)")
    hold(length == ends[read.entries.count], "\(length) bytes, and not \(ends[read.entries.count])")
    checkLost(read)
  }
}
