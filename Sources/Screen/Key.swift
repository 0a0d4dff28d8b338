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
