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
