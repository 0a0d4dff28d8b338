/// Names that people call things by, and which of them a written one is: exactly, or else by what looks or sounds the same.
///
/// Whoever types a callsign does not see whether its К is Latin or Cyrillic, and a spreadsheet leaves blanks around it. So one
/// that is nobody's as it stands is taken for the one that it can be.
public struct AlikeNames: Sendable {
  private let names: [String]
  private let positions: [String: [Int]]

  /// O(characters).
  public init(_ names: [String]) {
    self.names = names
    positions = Dictionary(grouping: names.indices, by: { names[$0].withoutDisguise })
  }

  /// The positions of the names that a written one is: those that are the same, or else all that are alike.
  public func positions(of name: String) -> [Int] {
    let plain = name.withoutDisguise
    guard !plain.isEmpty, let alike = positions[plain] else { return [] }
    let same = alike.filter { names[$0] == name }
    return same.isEmpty ? alike : same
  }
}
