import Characters
import Testing

@Suite("Characters that are not what they seem")
struct LookAlikeTests {
  @Test(
    "one that does not show is named, and a twin from another script with what it is taken for",
    arguments: [
      ("2\u{A0}", "character 2 is U+00A0 NO-BREAK SPACE"), ("u\u{200B}1", "character 2 is U+200B ZERO WIDTH SPACE"),
      ("u1 ", "character 3 is U+0020 SPACE"), (" u1", "character 1 is U+0020 SPACE"),
      ("a\tb", "character 2 is U+0009"),
      ("А1", "character 1 is U+0410 CYRILLIC CAPITAL LETTER A, not the A of ASCII"),
      ("2026‑12-05", "character 5 is U+2011 NON-BREAKING HYPHEN, not the - of ASCII"),
      ("１2", "character 1 is U+FF11 FULLWIDTH DIGIT ONE, not the 1 of ASCII"),
      ("٣", "character 1 is U+0663 ARABIC-INDIC DIGIT THREE, not the 3 of ASCII"),
    ])
  func named(value: String, words: String) {
    #expect(value.firstLookAlike?.description == words)
  }

  @Test(
    "a value that shows what it is has none: a word of another script is no disguise",
    arguments: ["", "u1", "mon fri", "Вокзал", "Guzar–2 бекат", "日本"])
  func plain(value: String) {
    #expect(value.firstLookAlike == nil)
  }

  @Test("without its disguise a value is the one it was taken for")
  func folded() {
    #expect("уUN\u{A0}-А1 ".withoutDisguise == "yun-a1")
    #expect("Вокзал".withoutDisguise == "ВОКЗАЛ".withoutDisguise)
  }

  @Test("a name is found exactly, or else by what looks or sounds the same")
  func alike() {
    let names = AlikeNames(["Сокол-1", "Cокол-1", "Lochin", "", "Ёж"])
    #expect(names.positions(of: "Сокол-1") == [0] && names.positions(of: "Cокол-1") == [1])
    #expect(names.positions(of: "СОКОЛ-1") == [0, 1])
    #expect(names.positions(of: " lochin") == [2] && names.positions(of: "Lосhin") == [2])
    #expect(names.positions(of: "Е\u{308}ж") == [4] && names.positions(of: "еж") == [4])
    #expect(
      names.positions(of: "").isEmpty && names.positions(of: " \u{200B}").isEmpty
        && names.positions(of: "Lochin2").isEmpty)
  }

  @Test("blanks and line breaks around a value are taken off, those inside of it stay")
  func outerBlanks() {
    #expect(" a b\r\n".withoutOuterBlanks == "a b" && "".withoutOuterBlanks.isEmpty && "  ".withoutOuterBlanks.isEmpty)
    #expect("a\u{A0}".withoutOuterBlanks == "a\u{A0}")
  }
}
