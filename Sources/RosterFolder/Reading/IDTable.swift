import Characters
import RosterModel

/// Finds the number of an id by its bytes, without making a string of them.
///
/// Open addressing with linear probing, at most half full; seeded, so that no file can be made to fill one run of slots.
struct IDTable {
  /// How many ids there are; they are numbered from 0 in the order added.
  var count: Int { entries.count }

  /// An id: where it is in the text, and what most ids are told apart by.
  private struct Entry {
    var start: UInt32
    var count: UInt32
    var ends: Ends

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// The first and the last eight bytes, which are all there is of up to sixteen; of fewer than eight bytes, what tells
  /// them from others of the same length.
  private struct Ends: Equatable {
    var first: UInt64
    var last: UInt64
  }

  /// Each the number of an id, or -1; small, because lookups are as fast as the cache that this fits into.
  private var slots: [Int32]
  private var entries: [Entry] = []
  private var text: [UInt8] = []
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// A table of no ids.
  init() { slots = [Int32](repeating: -1, count: 16) }

  /// A table of these ids, numbered in their order; of equal ones the first counts.
  init(_ ids: some Sequence<String>) {
    self.init()
    for id in ids { add(id) }
  }

  /// The number of an id; `nil` where it is not there.
  subscript(id: UnsafeBufferPointer<UInt8>) -> Int? {
    let ends = Self.ends(of: id)
    let found = slots[slot(of: id, ends, hash(id, ends))]
    return found < 0 ? nil : Int(found)
  }

  /// Adds an id.
  ///
  /// - Returns: its number, and whether it is new.
  @discardableResult
  mutating func add(_ id: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let ends = Self.ends(of: id)
    let hash = hash(id, ends)
    let place = slot(of: id, ends, hash)
    if slots[place] >= 0 { return (Int(slots[place]), false) }
    let number = entries.count
    // No table is beyond 1 GiB, so the text of its ids is not.
    entries.append(Entry(start: UInt32(text.count), count: UInt32(id.count), ends: ends))
    text.append(contentsOf: id)
    slots[place] = Int32(truncatingIfNeeded: number)
    if entries.count * 2 > slots.count { grow() }
    return (number, true)
  }

  /// Adds an id.
  @discardableResult
  mutating func add(_ id: String) -> (number: Int, isNew: Bool) {
    var copy = id
    return copy.withUTF8 { add($0) }
  }

  /// Every id in the order of its number.
  var ids: [String] {
    entries.map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  @inline(__always)
  private func slot(of id: UnsafeBufferPointer<UInt8>, _ ends: Ends, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number < 0 || isEqual(entries[Int(number)], id, ends) { return slot }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func isEqual(_ entry: Entry, _ id: UnsafeBufferPointer<UInt8>, _ ends: Ends) -> Bool {
    guard entry.ends == ends, Int(entry.count) == id.count else { return false }
    return id.count <= 16 || text[entry.range].elementsEqual(id)
  }

  @inline(__always)
  private static func ends(of id: UnsafeBufferPointer<UInt8>) -> Ends {
    let bytes = UnsafeRawBufferPointer(id)
    let count = bytes.count
    if count >= 8 {
      return Ends(
        first: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        last: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }
    if count >= 4 {
      return Ends(
        first: UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        last: UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
    }
    if count == 0 { return Ends(first: 0, last: 0) }
    let first = UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count &- 1])
    return Ends(first: first, last: 0)
  }

  @inline(__always)
  private func hash(_ id: UnsafeBufferPointer<UInt8>, _ ends: Ends) -> UInt64 {
    var value = mix(seed ^ UInt64(truncatingIfNeeded: id.count) ^ ends.first)
    if id.count > 16 {
      let raw = UnsafeRawBufferPointer(id)
      for offset in stride(from: 8, to: raw.count - 8, by: 8) {
        value = mix(value ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
    }
    return mix(value ^ ends.last)
  }

  @inline(__always)
  private func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ (seed << 1))
    return product.high ^ product.low
  }

  private mutating func grow() {
    let text = text
    var slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    text.withUnsafeBufferPointer { text in
      for (number, entry) in entries.enumerated() {
        let id = UnsafeBufferPointer(rebasing: text[entry.range])
        let hash = hash(id, entry.ends)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(truncatingIfNeeded: number)
      }
    }
    self.slots = slots
  }
}

/// Which row a text means that is the id of none as it stands: in another case, with blanks around it, or by a callsign.
///
/// Each text is looked for once, because a table of another roster names thousands and to fold each takes longer than to read
/// it; and nothing is made ready before the first is asked for, because a table that was saved here has none.
struct MeantIDs {
  /// What a text means.
  enum Meaning {
    /// The row of this number and id.
    case row(Int, id: String)
    /// An id that no row which can be used has.
    case other(id: String)
    /// A callsign of several units, of which these are some.
    case several([String])
    /// Nothing but itself.
    case nothing
  }

  /// Who bears callsigns: the id and the callsign of each row, those that cannot be used included.
  var callsigns: [(id: String, callsign: String)] = []

  private var asked = IDTable()
  private var meanings: [Meaning] = []
  private var numbers: [String: Int]?
  private var ids: [String] = []
  private var names: AlikeNames?

  /// The longest text that is looked for, in bytes: no id and no callsign that anybody says is longer.
  private static let longest = 256

  /// The meaning of a text that is no id among these.
  mutating func meaning(of text: UnsafeBufferPointer<UInt8>, among table: borrowing IDTable) -> Meaning {
    guard !text.isEmpty, text.count <= Self.longest else { return .nothing }
    let (number, isNew) = asked.add(text)
    if isNew { meanings.append(find(String(decoding: text, as: UTF8.self), table)) }
    return meanings[number]
  }

  /// The meaning of a text that was asked for before.
  func meaning(of text: UnsafeBufferPointer<UInt8>) -> Meaning { asked[text].map { meanings[$0] } ?? .nothing }

  private mutating func find(_ text: String, _ table: borrowing IDTable) -> Meaning {
    let numbers = numbers ?? index(table)
    let id = text.withoutOuterBlanks
    if let number = numbers[id.lowercased()] { return .row(number, id: ids[number]) }
    let names = names ?? AlikeNames(callsigns.map(\.callsign))
    self.names = names
    let bearers = names.positions(of: text).map { callsigns[$0].id }
    if bearers.count > 1, !Identifier.isValid(text) { return .several(Array(bearers.prefix(5))) }
    guard bearers.count == 1 else { return id != text && Identifier.isValid(id) ? .other(id: id) : .nothing }
    if let number = numbers[bearers[0].lowercased()] { return .row(number, id: bearers[0]) }
    return Identifier.isValid(bearers[0]) ? .other(id: bearers[0]) : .nothing
  }

  private mutating func index(_ table: borrowing IDTable) -> [String: Int] {
    ids = table.ids
    let numbers = Dictionary(zip(ids.map { $0.lowercased() }, ids.indices), uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    return numbers
  }
}
