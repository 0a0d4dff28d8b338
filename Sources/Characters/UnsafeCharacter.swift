/// An unsafe character of a text, and where it is: the evidence by which a text is refused.
public struct UnsafeCharacter: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// Which character of the text it is, counted from 1.
  public let position: Int
}

extension UnsafeCharacter: CustomStringConvertible {
  /// `character 5 is U+202E`.
  public var description: String {
    "character \(position) is \(scalar.code)"
  }
}

extension String {
  /// The first character that no terminal may get, emoji left whole; `nil` where the text may be shown as it is.
  ///
  /// O(characters); text without any, as nearly all is, is not taken apart into clusters.
  public var firstUnsafe: UnsafeCharacter? {
    guard unicodeScalars.contains(where: \.isUnsafe) else { return nil }
    var position = 0
    for cluster in self {
      let scalars = cluster.unicodeScalars
      for scalar in scalars {
        position += 1
        guard scalar.isUnsafe, !scalar.isGlue(ofClusterFrom: scalars.first ?? scalar) else { continue }
        return UnsafeCharacter(scalar: scalar, position: position)
      }
    }
    return nil
  }

  /// The text with U+FFFD in place of each character that no terminal may get, emoji left whole.
  ///
  /// O(characters); text without any is returned as it is.
  ///
  /// - Parameter isKept: which of them stand all the same.
  public func replacingUnsafe(but isKept: (Unicode.Scalar) -> Bool = { _ in false }) -> String {
    guard unicodeScalars.contains(where: { $0.isUnsafe && !isKept($0) }) else { return self }
    var safe = String.UnicodeScalarView()
    for cluster in self {
      let scalars = cluster.unicodeScalars
      for scalar in scalars {
        let stands = !scalar.isUnsafe || isKept(scalar) || scalar.isGlue(ofClusterFrom: scalars.first ?? scalar)
        safe.append(stands ? scalar : "\u{FFFD}")
      }
    }
    return String(safe)
  }
}
