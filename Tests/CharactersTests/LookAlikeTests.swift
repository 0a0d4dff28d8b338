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
    #expect("Вокзал".withoutDisguise == "bokзaл")
  }
}
