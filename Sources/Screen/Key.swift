/// A key, with the modifiers held.
///
/// ```swift
/// Key("]"), Key(.up, [.shift]), Key("r", [.control])
/// ```
public struct Key: Hashable, Sendable {
  /// Which key, without modifiers.
  public enum Code: Hashable, Sendable {
    /// A key that types a character; with shift, the character that shift gives.
    case character(Character)
    /// Return.
    case enter
    /// Tabulator; with shift, back-tab.
    case tab
    /// Escape.
    case escape
    /// Deletes to the left.
    case backspace
    /// Deletes to the right.
    case delete
    /// Insert.
    case insert
    /// Arrow up.
    case up
    /// Arrow down.
    case down
    /// Arrow left.
    case left
    /// Arrow right.
    case right
    /// Home.
    case home
    /// End.
    case end
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// A function key, 1 to 24.
    case function(Int)
  }

  /// Modifier keys.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit per modifier.
    public let rawValue: UInt8

    /// A set with the given bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Shift; never set for characters, which tell it by themselves.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Escape typed at once before the key.
    public static let alt = Modifiers(rawValue: 2)
    /// Control; characters are lower case then.
    public static let control = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// The modifiers held.
  public var modifiers: Modifiers

  /// The key of `code` with `modifiers`.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The key that types `character`.
  public init(_ character: Character, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }

  /// The character to put into a text field; nil for any key that types none.
  public var typed: Character? {
    guard case .character(let character) = code, modifiers.isEmpty else { return nil }
    return character
  }
}

extension Key: CustomStringConvertible {
  /// The key as help and key tables write it: `g`, `Ctrl-R`, `Shift-Up`, `Alt-x`, `F5`, `Space`.
  public var description: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    guard case .character(let character) = code else { return prefix + code.name }
    if character == " " { return prefix + "Space" }
    return prefix + (modifiers.contains(.control) ? character.uppercased() : String(character).shown)
  }

  /// The key that `name` names, as `description` writes it; nil if there is none.
  public init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    let prefixes: [(String, Modifiers)] = [("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift)]
    for (prefix, modifier) in prefixes where rest.hasPrefix(prefix) && rest.count > prefix.count {
      rest = rest.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    if rest.count == 1, let character = rest.first {
      guard !modifiers.contains(.shift) else { return nil }
      let lower = modifiers.contains(.control) ? Character(character.lowercased()) : character
      self.init(lower, modifiers)
    } else if rest == "Space" {
      self.init(" ", modifiers)
    } else if let code = Code(name: rest) {
      self.init(code, modifiers)
    } else {
      return nil
    }
  }
}

extension Key.Code {
  private static let names: [(Key.Code, String)] = [
    (.enter, "Enter"), (.tab, "Tab"), (.escape, "Esc"), (.backspace, "Backspace"), (.delete, "Del"),
    (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
  ]

  fileprivate var name: String {
    switch self {
    case .function(let number): "F\(number)"
    case .character(let character): String(character)
    default: Self.names.first { $0.0 == self }?.1 ?? ""
    }
  }

  fileprivate init?(name: Substring) {
    if let named = Self.names.first(where: { $0.1 == name }) {
      self = named.0
    } else if name.first == "F", let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

extension Key {
  /// The key that the same physical key is on a Latin layout, so that letter commands work on a Cyrillic one.
  ///
  /// A key that types no Cyrillic letter is itself. The map is that of the Russian ЙЦУКЕН layout with the letters that
  /// the Uzbek one puts in other places (ў on O, қ on S, ғ and ҳ after zero). Its full stop and comma are left alone,
  /// since they are also Latin keys.
  public var latin: Key {
    guard case .character(let character) = code else { return self }
    let scalars = String(character).normalized.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first, let latin = Self.latin(of: scalar) else { return self }
    return Key(latin, modifiers)
  }

  private static func latin(of scalar: Unicode.Scalar) -> Character? {
    let cyrillic: StaticString = """
      йцукенгшщзхъфывапролджэячсмитьбюё\
      ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ\
      ўқғҳЎҚҒҲ№
      """
    let keys: StaticString = """
      qwertyuiop[]asdfghjkl;'zxcvbnm,.`\
      QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~\
      os-=OS_+#
      """
    guard (0x400...0x4FF).contains(scalar.value) || scalar.value == 0x2116 else { return nil }
    let place = cyrillic.description.unicodeScalars.enumerated().first { $0.element == scalar }
    guard let place else { return nil }
    return keys.withUTF8Buffer { Character(Unicode.Scalar($0[place.offset])) }
  }
}
