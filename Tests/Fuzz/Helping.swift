import RosterModel

/// Takes numbers and texts from the bytes of an input, from the front; when they are used up, zeros.
struct Ration {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Whether nothing is left.
  var isEmpty: Bool { rest.isEmpty }
  /// What is left.
  var bytes: [UInt8] { Array(rest) }

  /// A byte.
  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// One of so many things.
  mutating func choice(of count: Int) -> Int { byte() % max(1, count) }

  /// A number of any size.
  mutating func number() -> Int64 {
    let width = choice(of: 9)
    return (0..<width).reduce(Int64(0)) { number, _ in number << 8 | Int64(byte()) }
  }

  /// Some of the bytes; how many is said by the first.
  mutating func some() -> [UInt8] {
    let count = min(byte(), rest.count)
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Damages some bytes: the next say where and how.
  mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      _ = byte()
      return
    }
    let place = (byte() << 16 | byte() << 8 | byte()) % bytes.count
    switch choice(of: 8) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1: for index in place..<min(place + 1 + byte(), bytes.count) { bytes[index] = 0 }
    case 2:
      let from = (byte() << 16 | byte() << 8 | byte()) % bytes.count
      for index in 0..<min(512, bytes.count - max(place, from)) { bytes[place + index] = bytes[from + index] }
    case 3: bytes[place] = UInt8(byte())
    default: bytes[place] ^= UInt8(byte())
    }
  }
}

/// The lines of a text, for judging places in it.
struct Lines {
  /// How many characters each line has; of a file that ends in a line end, the last has none.
  private let lengths: [Int]

  /// - Parameter returns: whether a carriage return alone ends a line too.
  init(_ bytes: [UInt8], returns: Bool = false) {
    var lengths = [0]
    var previous: UInt8 = 0
    for byte in bytes {
      let isEnd = byte == UInt8(ascii: "\n") || returns && byte == UInt8(ascii: "\r")
      if byte == UInt8(ascii: "\n"), returns, previous == UInt8(ascii: "\r") {
        // The second half of an end.
      } else if isEnd {
        lengths.append(0)
      } else if byte & 0xC0 != 0x80 {
        lengths[lengths.count - 1] += 1
      }
      previous = byte
    }
    self.lengths = lengths
  }

  /// Holds a place, counted from 1, against the text: no line after the last, no column but in its line or just after it.
  func check(_ line: Int?, _ column: Int?, _ what: String) {
    guard let line, line > 0 else { return }
    hold(line <= lengths.count, "line \(line) of \(lengths.count): \(what)")
    guard let column else { return }
    hold(column >= 1 && column <= lengths[line - 1] + 1, "column \(column) of \(lengths[line - 1]): \(what)")
  }

  /// Holds the places of findings of a file against the text.
  func check(_ findings: [Finding], of file: String) {
    for finding in findings {
      guard let location = finding.location, location.file == file else { continue }
      check(location.line, location.column, "\(finding.rule.id) \(finding.message)")
    }
  }
}
