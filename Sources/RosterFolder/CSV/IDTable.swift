/// Finds the number of an id by its bytes, without making a string of them.
///
/// Open addressing with linear probing, at most half full; seeded, so that no file can be made to fill one run of slots.
struct IDTable {
  /// How many ids there are; they are numbered from 0 in the order added.
  var count: Int { ends.count }

  private var slots: [Int32]
  private var ends: [Int] = []
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
    let found = slots[slot(of: id)]
    return found < 0 ? nil : Int(found)
  }

  /// Adds an id.
  ///
  /// - Returns: its number, and whether it is new.
  @discardableResult
  mutating func add(_ id: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let place = slot(of: id)
    if slots[place] >= 0 { return (Int(slots[place]), false) }
    let number = ends.count
    text.append(contentsOf: id)
    ends.append(text.count)
    slots[place] = Int32(truncatingIfNeeded: number)
    if ends.count * 2 > slots.count { grow() }
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
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: text[start..<end], as: UTF8.self)
    }
  }

  @inline(__always)
  private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(id)) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), id) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == id.count else { return false }
    for index in 0..<id.count where text[start + index] != id[index] { return false }
    return true
  }

  private func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(id)
    var value = seed ^ UInt64(truncatingIfNeeded: id.count)
    var offset = 0
    while offset + 8 <= raw.count {
      value = mix(value ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    return mix(value ^ rest)
  }

  private func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ (seed << 1))
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let text = text
    let ends = ends
    text.withUnsafeBufferPointer { text in
      var start = 0
      for (number, end) in ends.enumerated() {
        let place = slot(of: UnsafeBufferPointer(rebasing: text[start..<end]))
        slots[place] = Int32(truncatingIfNeeded: number)
        start = end
      }
    }
  }
}
