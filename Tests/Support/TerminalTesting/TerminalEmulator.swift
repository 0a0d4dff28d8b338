import Screen

/// A picture of a terminal's screen, drawn from the bytes that a program sends.
///
/// It understands what ncurses sends to an xterm, and takes down every private mode that is switched. It holds
/// characters, not colours.
public struct TerminalEmulator {
  /// The window's size.
  public private(set) var size: Size
  /// Where the cursor is.
  public internal(set) var cursor = Position.zero
  /// Private modes switched so far, and whether each is on.
  public internal(set) var modes: [Int: Bool] = [:]
  /// Whether the keypad sends application sequences.
  public internal(set) var isKeypadMode = false
  /// What was sent to the clipboard, still in base 64.
  public internal(set) var clipboard: String?
  /// Sequences that were not understood: a test that meets one needs a better emulator.
  public internal(set) var unknown: [String] = []

  /// One text per cell; the right half of a wide character is empty.
  var lines: [[String]]
  var scrollRegion: Range<Int>
  var pending: [UInt8] = []
  var isWrapDue = false
  var usesLineDrawing = false
  var lastCharacter = " "
  var savedCursor = Position.zero

  /// An empty screen.
  public init(size: Size) {
    self.size = size
    lines = Array(repeating: Array(repeating: " ", count: size.width), count: size.height)
    scrollRegion = 0..<size.height
  }

  /// What is on the screen, without trailing blanks.
  public var text: String {
    lines.map(Self.text).joined(separator: "\n")
  }

  /// What is on one row, without trailing blanks.
  public func text(ofRow row: Int) -> String {
    lines.indices.contains(row) ? Self.text(lines[row]) : ""
  }

  /// What the program has switched and not switched back, in words; empty when a shell can go on.
  public var leftovers: [String] {
    let shellExpects: [(mode: Int, isOn: Bool, name: String)] = [
      (1049, false, "alternate screen"), (47, false, "alternate screen"), (25, true, "cursor shown"),
      (1000, false, "mouse clicks"), (1002, false, "mouse drags"), (1003, false, "mouse motion"),
      (1006, false, "SGR mouse"), (2004, false, "bracketed paste"), (1004, false, "focus reports"),
      (1, false, "application cursor keys"), (7, true, "autowrap"), (2026, false, "synchronised update"),
    ]
    let wrong = shellExpects.filter { modes[$0.mode] ?? $0.isOn != $0.isOn }
    return wrong.map { $0.name + ($0.isOn ? " is off" : " is on") } + (isKeypadMode ? ["keypad mode is on"] : [])
  }

  /// Changes the window's size; what no longer fits is lost.
  public mutating func resize(to size: Size) {
    self.size = size
    lines = lines.prefix(size.height).map { line in
      Array(line.prefix(size.width)) + Array(repeating: " ", count: max(0, size.width - line.count))
    }
    while lines.count < size.height { lines.append(Array(repeating: " ", count: size.width)) }
    scrollRegion = 0..<size.height
    cursor = Position(row: min(cursor.row, size.height - 1), column: min(cursor.column, size.width - 1))
    isWrapDue = false
  }

  /// Draws what the bytes say; a sequence may be cut anywhere.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var rest = pending[...]
    while let length = take(rest) { rest = rest.dropFirst(length) }
    pending = Array(rest)
  }

  private static func text(_ line: [String]) -> String {
    let end = line.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return line[..<end].joined()
  }
}
