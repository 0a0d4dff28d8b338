import Screen

/// What an xterm sends for a key.
enum KeyBytes {
  static func bytes(of key: Key, isApplicationMode: Bool) -> [UInt8] {
    let text: String
    switch key.code {
    case .character(let character): return typed(character, key.modifiers)
    case .up: text = cursorKey("A", key, isApplicationMode)
    case .down: text = cursorKey("B", key, isApplicationMode)
    case .right: text = cursorKey("C", key, isApplicationMode)
    case .left: text = cursorKey("D", key, isApplicationMode)
    case .home: text = cursorKey("H", key, isApplicationMode)
    case .end: text = cursorKey("F", key, isApplicationMode)
    case .enter: text = "\r"
    case .tab: text = key.modifiers.contains(.shift) ? "\u{1B}[Z" : "\t"
    case .escape: text = "\u{1B}"
    case .backspace: text = "\u{7F}"
    case .insert: text = numbered(2, key)
    case .delete: text = numbered(3, key)
    case .pageUp: text = numbered(5, key)
    case .pageDown: text = numbered(6, key)
    case .function(let number): text = function(number, key)
    }
    return Array(text.utf8)
  }

  private static func typed(_ character: Character, _ modifiers: Key.Modifiers) -> [UInt8] {
    var bytes = Array(String(character).utf8)
    if modifiers.contains(.control), let first = bytes.first { bytes = [first & 0x1F] }
    return modifiers.contains(.alt) ? [0x1B] + bytes : bytes
  }

  private static func modifier(_ key: Key) -> String? {
    key.modifiers.isEmpty ? nil : "\(key.modifiers.rawValue + 1)"
  }

  private static func cursorKey(_ letter: String, _ key: Key, _ isApplicationMode: Bool) -> String {
    if let modifier = modifier(key) { return "\u{1B}[1;\(modifier)\(letter)" }
    return "\u{1B}\(isApplicationMode ? "O" : "[")\(letter)"
  }

  private static func numbered(_ number: Int, _ key: Key) -> String {
    "\u{1B}[\(number)\(modifier(key).map { ";" + $0 } ?? "")~"
  }

  private static func function(_ number: Int, _ key: Key) -> String {
    let numbers = [15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    if number > 4 { return numbers.indices.contains(number - 5) ? numbered(numbers[number - 5], key) : "" }
    let letters = ["P", "Q", "R", "S"]
    return modifier(key).map { "\u{1B}[1;\($0)\(letters[number - 1])" } ?? "\u{1B}O\(letters[number - 1])"
  }
}
