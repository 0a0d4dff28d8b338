import Journal
import RosterModel
import Testing

@Suite("What the tail file keeps, as bytes")
struct TailCodeTests {
  /// A tail of entries drawn by chance, sealed one after the other.
  private static func tail(_ count: Int, seed: Int) -> KeptTail {
    var entries = RandomEntries(seed: seed)
    var tail = KeptTail(
      start: NewCheckpoint(
        at: 5, through: JournalPosition(40), tables: TablePrints(prints: ["1-a-b", "absent", "x\ty", ""]),
        origin: .outside, isDone: true),
      startSeal: EntrySeal([1, 2, 3], after: .start))
    for number in 0..<count {
      var entry = entries.next()
      entry.position = JournalPosition(41 + Int64(number) * 2)
      entry.seal = EntrySeal(entry, after: tail.endSeal)
      tail.entries.append(entry)
    }
    return tail
  }

  private static func bytes(_ tail: KeptTail) -> [UInt8] {
    TailCode.head(tail) + tail.entries.flatMap { TailCode.record($0) }
  }

  @Test("comes back as it was")
  func roundTrip() throws {
    for seed in 0..<100 {
      let tail = Self.tail(seed % 9, seed: seed)
      let bytes = Self.bytes(tail)
      let again = try #require(TailCode.tail(bytes))
      #expect(again.tail == tail)
      #expect(again.length == bytes.count)
    }
  }

  @Test("cut off anywhere it gives the entries that are whole, and says where they end")
  func cut() throws {
    let tail = Self.tail(4, seed: 1)
    let bytes = Self.bytes(tail)
    let head = TailCode.head(tail).count
    for length in bytes.indices {
      guard let found = TailCode.tail(Array(bytes[..<length])) else {
        #expect(length < head)
        continue
      }
      #expect(length >= head)
      #expect(found.tail.entries == Array(tail.entries.prefix(found.tail.entries.count)))
      #expect(Self.bytes(found.tail).count == found.length)
    }
  }

  @Test("changed anywhere it gives no entry that was not put there")
  func changed() {
    let tail = Self.tail(3, seed: 2)
    let bytes = Self.bytes(tail)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8(1 << (place % 8))
      guard let found = TailCode.tail(changed) else { continue }
      #expect(found.tail.start == tail.start && found.tail.startSeal == tail.startSeal, "byte \(place)")
      #expect(found.tail.entries.count < 3, "byte \(place)")
      #expect(found.tail.entries == Array(tail.entries.prefix(found.tail.entries.count)), "byte \(place)")
    }
  }

  @Test("whatever a file holds, it is no tail, and nothing is taken from it")
  func hostile() {
    let noTails = [
      "", "\n", "tail", "tail\t1", "tail\t2\t0\n", "sealed\t-1\t\n",
      "tail\t1\t0\t\\-\t0\town\t\\-\t\\-\t\\-\t\\-\t\\-\n",
    ]
    for text in noTails {
      #expect(TailCode.tail(Array(text.utf8)) == nil, "\(text)")
    }
    let head = TailCode.head(Self.tail(0, seed: 1))
    let noEntries = [
      "sealed\t9223372036854775807\t0\n", "sealed\t-5\t0\n", "sealed\t0\t0\n", "\u{0}\n\n",
      "sealed\t99999999999999999999\t\n",
    ]
    for text in noEntries {
      #expect(TailCode.tail(head + Array(text.utf8))?.tail.entries.isEmpty == true, "\(text)")
    }
  }
}
