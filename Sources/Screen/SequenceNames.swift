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
