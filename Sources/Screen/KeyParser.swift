/// What one piece of input came to.
enum ParsedInput: Hashable {
  case event(InputEvent)
  case beginPaste
  case nothing
}

/// Recognises the first event in a run of bytes.
enum KeyParser {
  typealias Parsed = (input: ParsedInput, length: Int)

  /// More bytes than any terminal puts into a sequence before its last: so many are left out as none, whether they come
  /// together or in pieces.
  private static let maximumSequence = 64

  /// The first event of `bytes`, which must not be empty, and how many bytes it took; nil when more are needed.
  static func parse(_ bytes: ArraySlice<UInt8>, extra: [TerminalSequence]) -> Parsed? {
    guard let first = bytes.first else { return nil }
    guard first == 0x1B else { return parseCharacter(bytes, modifiers: []) }
    for sequence in extra where bytes.starts(with: sequence.bytes) {
      return (.event(.key(sequence.key)), sequence.bytes.count)
    }
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return nil }
    switch second {
    case UInt8(ascii: "["): return parseControlSequence(rest.dropFirst())
    case UInt8(ascii: "O"): return parseShifted(rest.dropFirst())
    case 0x1B: return (.event(.key(Key(.escape))), 1)
    default:
      guard let (input, length) = parseCharacter(rest, modifiers: .alt) else { return nil }
      return (input, length + 1)
    }
  }

  /// ESC [ parameters final.
  private static func parseControlSequence(_ bytes: ArraySlice<UInt8>) -> Parsed? {
    if bytes.first == UInt8(ascii: "[") {
      guard let letter = bytes.dropFirst().first else { return nil }
      return (.key(SequenceNames.consoleKey(letter)), 4)
    }
    let parameters = bytes.prefix(maximumSequence).prefix { (0x20...0x3F).contains($0) }
    guard parameters.count < maximumSequence else { return (.nothing, 2 + parameters.count) }
    guard let final = bytes.dropFirst(parameters.count).first else { return nil }
    let length = 2 + parameters.count + 1
    // A byte that cannot stand in a sequence ends it and is read by itself.
    guard (0x40...0x7E).contains(final) else { return (.nothing, length - 1) }
    if final == UInt8(ascii: "M"), parameters.isEmpty {
      let report = bytes.dropFirst().prefix(3)
      return report.count < 3 ? nil : (MouseParser.parse(old: Array(report)), length + 3)
    }
    if parameters.first == UInt8(ascii: "<"), final == UInt8(ascii: "M") || final == UInt8(ascii: "m") {
      let numbers = Self.numbers(parameters.dropFirst())
      return (MouseParser.parse(numbers, isRelease: final == UInt8(ascii: "m")), length)
    }
    // Answers to questions about the terminal, which nobody asks here.
    if let marker = parameters.first, (0x3C...0x3F).contains(marker) { return (.nothing, length) }
    return (interpret(numbers(parameters), final: final), length)
  }

  /// ESC O letter.
  private static func parseShifted(_ bytes: ArraySlice<UInt8>) -> Parsed? {
    let parameters = bytes.prefix(maximumSequence).prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
    guard parameters.count < maximumSequence else { return (.nothing, 2 + parameters.count) }
    guard let final = bytes.dropFirst(parameters.count).first else { return nil }
    guard (0x40...0x7E).contains(final) else { return (.nothing, 2 + parameters.count) }
    let modifiers = SequenceNames.modifiers(numbers(parameters).last ?? 1)
    return (.key(SequenceNames.key(letter: final, modifiers)), 3 + parameters.count)
  }

  private static func interpret(_ numbers: [Int], final: UInt8) -> ParsedInput {
    let modifiers = SequenceNames.modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      return numbers.first == 200 ? .beginPaste : .key(SequenceNames.key(number: numbers.first ?? 0, modifiers))
    case UInt8(ascii: "^"):
      return .key(SequenceNames.key(number: numbers.first ?? 0, .control))
    case UInt8(ascii: "u"):
      return .key(SequenceNames.key(codePoint: numbers.first ?? 0, modifiers))
    case UInt8(ascii: "I"): return .event(.focus(true))
    case UInt8(ascii: "O"): return .event(.focus(false))
    default: return .key(SequenceNames.key(letter: final, modifiers))
    }
  }

  /// Semicolon-separated decimal numbers; anything longer than five digits is cut off.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      field.prefix(5).reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
    }
  }

  /// One character, or a control character; nil when the rest of its UTF-8 form is still to come.
  private static func parseCharacter(_ bytes: ArraySlice<UInt8>, modifiers: Key.Modifiers) -> Parsed? {
    guard let first = bytes.first else { return nil }
    if first < 0x80 { return (.key(SequenceNames.key(control: first, modifiers)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let form = bytes.prefix(length)
    let valid = 1 + form.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if valid < length { return valid == bytes.count ? nil : (.nothing, valid) }
    guard let text = String(validating: form, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return (.nothing, length)
    }
    guard scalar.value >= 0xA0, let character = text.first else { return (.nothing, length) }
    return (.key(Key(character, modifiers)), length)
  }
}

extension ParsedInput {
  /// The event of a key, or nothing where there is none.
  static func key(_ key: Key?) -> ParsedInput {
    key.map { .event(.key($0)) } ?? .nothing
  }
}

/// Which key a terminal's sequence stands for.
enum SequenceNames {
  /// The modifiers of xterm's parameter: 1 and a sum of shift 1, alt 2, control 4.
  static func modifiers(_ parameter: Int) -> Key.Modifiers {
    Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, parameter - 1) & 7))
  }

  /// CSI or SS3 and a letter.
  static func key(letter: UInt8, _ modifiers: Key.Modifiers) -> Key? {
    let code: Key.Code
    switch letter {
    case UInt8(ascii: "A"): code = .up
    case UInt8(ascii: "B"): code = .down
    case UInt8(ascii: "C"): code = .right
    case UInt8(ascii: "D"): code = .left
    case UInt8(ascii: "H"): code = .home
    case UInt8(ascii: "F"): code = .end
    case UInt8(ascii: "M"): code = .enter
    case UInt8(ascii: "P")...UInt8(ascii: "S"): code = .function(Int(letter - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return key(letter: letter - 0x20, .shift)
    default: return nil
    }
    return Key(code, modifiers)
  }

  /// CSI, a number and a tilde.
  static func key(number: Int, _ modifiers: Key.Modifiers) -> Key? {
    let code: Key.Code
    switch number {
    case 1, 7: code = .home
    case 2: code = .insert
    case 3: code = .delete
    case 4, 8: code = .end
    case 5: code = .pageUp
    case 6: code = .pageDown
    case 11...15: code = .function(number - 10)
    case 17...21: code = .function(number - 11)
    case 23...26: code = .function(number - 12)
    case 28...29: code = .function(number - 13)
    case 31...34: code = .function(number - 14)
    default: return nil
    }
    return Key(code, modifiers)
  }

  /// CSI, a code point and `u`, which some terminals send for keys with modifiers.
  static func key(codePoint: Int, _ modifiers: Key.Modifiers) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(codePoint)) else { return nil }
    switch codePoint {
    case 27: return Key(.escape, modifiers)
    case 0..<32, 127: return key(control: UInt8(codePoint), modifiers)
    case 128..<160: return nil
    default:
      let held = modifiers.subtracting(.shift)
      return Key(Character(scalar), held)
    }
  }

  /// The Linux console's function keys, ESC [ [ A to E.
  static func consoleKey(_ letter: UInt8) -> Key? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return nil }
    return Key(.function(Int(letter - UInt8(ascii: "A")) + 1))
  }

  /// A byte below 128.
  static func key(control byte: UInt8, _ modifiers: Key.Modifiers) -> Key? {
    switch byte {
    case 0x00: return Key(" ", modifiers.union(.control))
    case 0x08, 0x7F: return Key(.backspace, modifiers)
    case 0x09: return Key(.tab, modifiers)
    case 0x0A, 0x0D: return Key(.enter, modifiers)
    case 0x1B: return Key(.escape, modifiers)
    case 0x01...0x1A: return Key(Character(Unicode.Scalar(byte + 0x60)), modifiers.union(.control))
    case 0x1C...0x1F: return Key(Character(Unicode.Scalar(byte + 0x40)), modifiers.union(.control))
    default: return Key(Character(Unicode.Scalar(byte)), modifiers)
    }
  }
}
