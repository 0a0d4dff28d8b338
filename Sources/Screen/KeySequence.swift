/// Keys typed one after the other, as a key table writes them: `]g`, `gt`, `Ctrl-R`, `g Home`.
///
/// Characters stand side by side; a named key stands between spaces. A word that names a key is that key, so the three
/// characters of `Tab` would have to be written apart: `T a b`.
public struct KeySequence: Hashable, Sendable {
  /// The keys in order; never empty.
  public let keys: [Key]

  /// The sequence of `keys`; nil where there is none.
  public init?(_ keys: [Key]) {
    if keys.isEmpty { return nil }
    self.keys = keys
  }

  /// Reads a sequence as `description` writes it; nil where it names no key.
  ///
  /// A word that begins with a modifier and names no key is an error rather than a run of characters.
  public init?(_ text: String) {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      if let key = Key(name: String(word)) {
        keys.append(key)
      } else if ["Ctrl-", "Alt-", "Shift-"].contains(where: word.hasPrefix) {
        return nil
      } else {
        keys += word.map { Key($0) }
      }
    }
    self.init(keys)
  }

  /// How far `typed` goes into this sequence.
  public enum Match: Hashable, Sendable {
    /// It cannot become this sequence.
    case none
    /// More keys are needed.
    case prefix
    /// This is the sequence.
    case whole
  }

  /// Compares with the keys typed so far, each as typed or by its place on a Latin layout.
  public func match(_ typed: [Key]) -> Match {
    guard typed.count <= keys.count else { return .none }
    for (key, wanted) in zip(typed, keys) where key != wanted && key.latin != wanted { return .none }
    return typed.count == keys.count ? .whole : .prefix
  }
}

extension KeySequence: CustomStringConvertible {
  /// The sequence as a key table writes it; reading it again gives the same keys.
  public var description: String {
    let names = keys.map(\.description)
    let joined = names.joined()
    let isRun = names.allSatisfy { $0.count == 1 }
    if isRun, KeySequence(joined)?.keys == keys { return joined }
    return names.joined(separator: " ")
  }
}
