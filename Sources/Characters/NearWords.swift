/// The words that can be meant, and which of them one that is none of them is nearest to: the one place that says
/// "did you mean".
public struct NearWords: Sendable {
  fileprivate let words: [(word: String, key: [Unicode.Scalar])]

  /// The most words that are named.
  private static let most = 3
  /// The most words that are named all, because a short list tells more than a guess.
  private static let mostKnown = 12
  /// The most characters of a word that are compared.
  private static let longest = 80

  /// The words that can be meant.
  public init(_ words: some Sequence<String>) {
    self.words = words.map { ($0, Self.key($0)) }
  }

  /// The nearest of the words that are a slip away from a wrong one, or else those that it is a part of.
  ///
  /// A slip is a character too many, too few or another, or two swapped; case and twins from other scripts are none.
  ///
  /// O(words × their lengths × the length of `word`).
  public func meant(by word: String) -> [String] {
    let key = Self.key(word)
    guard !key.isEmpty else { return [] }
    let slips =
      switch key.count {
      case ..<2: 0
      case ..<8: 1
      case ..<14: 2
      default: 3
      }
    let distances = words.map { abs($0.key.count - key.count) > slips ? Int.max : Self.distance($0.key, key) }
    if let least = distances.min(), least <= slips {
      return Array(zip(words, distances).filter { $1 == least }.map { $0.0.word }.prefix(Self.most))
    }
    guard key.count >= 3 else { return [] }
    return Array(words.filter { Self.contains($0.key, key) }.map(\.word).prefix(Self.most))
  }

  /// What to tell whoever wrote a word that is none of these: `did you mean a or b?`, or else what the roster has.
  public func hint(for word: String) -> String {
    let meant = meant(by: word)
    if !meant.isEmpty { return Self.question(meant) }
    if words.isEmpty { return "the roster has none" }
    if words.count <= Self.mostKnown { return "the roster has: \(words.map(\.word).joined(separator: ", "))" }
    let key = Self.key(word)
    let nearest = words.indices.map { (Self.distance(words[$0].key, key), $0) }.sorted { $0 < $1 }.prefix(Self.most)
    return "the nearest of \(words.count) are \(Self.list(nearest.map { words[$0.1].word }, "and"))"
  }

  /// The same as a sentence.
  public func sentence(for word: String) -> String {
    Self.sentence(hint(for: word))
  }

  /// A hint as a sentence.
  public static func sentence(_ hint: String) -> String {
    hint.prefix(1).uppercased() + hint.dropFirst() + (hint.hasSuffix("?") ? "" : ".")
  }

  /// The question whether one of these was meant, as `did you mean a, b or c?`.
  public static func question(_ words: [String]) -> String { "did you mean \(list(words, "or"))?" }

  private static func key(_ word: String) -> [Unicode.Scalar] {
    Array(word.withoutDisguise.unicodeScalars.prefix(longest))
  }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// How many characters must be added, taken away, changed, or swapped with a neighbour, to make one text of the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in left.indices {
      row[0] = i + 1
      for j in right.indices {
        let changed = last[j] + (left[i] == right[j] ? 0 : 1)
        row[j + 1] = min(changed, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      (before, last, row) = (last, row, before)
    }
    return last[right.count]
  }
}

/// Hints about many words that are none of those there are: each is looked for once, and only so many.
///
/// A table of another roster names thousands, and to compare each with all there are takes longer than to read them.
public struct NearHints {
  private let words: () -> [String]
  private var near: NearWords?
  private var hints: [String: String] = [:]

  /// How many words are compared.
  private static let most = 50

  /// - Parameter words: what there is; asked when there is a word to compare.
  public init(_ words: @escaping () -> [String]) { self.words = words }

  /// The hint about a word; `nil` where there is no other, and where too many were asked about before.
  public mutating func hint(for word: String) -> String? {
    if let hint = hints[word] { return hint }
    guard hints.count < Self.most else { return nil }
    let near = near ?? NearWords(words())
    self.near = near
    if near.words.isEmpty { return nil }
    let hint = near.hint(for: word)
    hints[word] = hint
    return hint
  }
}
