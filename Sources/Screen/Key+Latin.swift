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
