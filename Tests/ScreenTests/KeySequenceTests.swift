import Testing

@testable import Screen

@Suite("Keys and their names")
struct KeySequenceTests {
  @Test(
    "a sequence is read and written as a key table has it",
    arguments: [
      ("]g", [Key("]"), Key("g")]), ("gt", [Key("g"), Key("t")]), ("Ctrl-R", [Key("r", .control)]),
      ("Shift-Up", [Key(.up, .shift)]), ("Ctrl-Alt-Del", [Key(.delete, [.control, .alt])]),
      ("g Home", [Key("g"), Key(.home)]), ("F5", [Key(.function(5))]), ("Space", [Key(" ")]),
      ("T a b", [Key("T"), Key("a"), Key("b")]), ("Alt-x", [Key("x", .alt)]), ("?", [Key("?")]), ("-", [Key("-")]),
      ("Ctrl-Space", [Key(" ", .control)]), ("Ctrl-]", [Key("]", .control)]), ("F 5", [Key("F"), Key("5")]),
    ])
  func names(text: String, keys: [Key]) throws {
    let sequence = try #require(KeySequence(text))
    #expect(sequence.keys == keys)
    #expect(sequence.description == text)
  }

  @Test("what names no key is refused")
  func refused() {
    #expect(KeySequence("") == nil)
    #expect(KeySequence("Ctrl-Nowhere") == nil)
    #expect(KeySequence("Shift-a") == nil, "a shifted letter is written as the letter it types")
  }

  @Test("every sequence is read back as it was written")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 5)
    let codes: [Key.Code] =
      "abzTU59[]-;й ".map { .character($0) } + [.enter, .tab, .escape, .up, .home, .pageDown, .function(12), .delete]
    for _ in 0..<2000 {
      let keys = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        var key = Key(codes.randomElement(using: &generator) ?? .enter)
        let modifiers = Key.Modifiers(rawValue: .random(in: 0...7, using: &generator))
        if case .character(let character) = key.code {
          key.modifiers = modifiers.subtracting(.shift)
          if key.modifiers.contains(.control) { key.code = .character(Character(character.lowercased())) }
        } else {
          key.modifiers = modifiers
        }
        return key
      }
      let sequence = try #require(KeySequence(keys))
      #expect(KeySequence(sequence.description) == sequence, "\(sequence)")
    }
  }

  @Test("letter commands work on a Cyrillic layout")
  func cyrillic() throws {
    #expect(Key("й").latin == Key("q"))
    #expect(Key("Й").latin == Key("Q"))
    #expect(Key("и\u{306}").latin == Key("q"), "in either Unicode form")
    #expect(Key("ў").latin == Key("o"))
    #expect(Key("қ").latin == Key("s"))
    #expect(Key("Ж").latin == Key(":"))
    #expect(Key("к", .control).latin == Key("r", .control))
    #expect(Key("q").latin == Key("q"))
    #expect(Key("é").latin == Key("é"))
    #expect(Key(.up, .shift).latin == Key(.up, .shift))
    let next = try #require(KeySequence("]g"))
    #expect(next.match([Key("ъ"), Key("п")]) == .whole)
    #expect(next.match([Key("ъ")]) == .prefix)
    #expect(next.match([Key("ъ"), Key("ъ")]) == .none)
    #expect(next.match([Key("]"), Key("g"), Key("g")]) == .none)
    let russian = "йцукенгшщзхъфывапролджэячсмитьбю"
    let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
    #expect(String(russian.compactMap { Key($0).latin.typed }) == latin)
  }

  @Test("only a plain character is typed into a field")
  func typed() {
    #expect(Key("ў").typed == "ў")
    #expect(Key("r", .control).typed == nil)
    #expect(Key(.enter).typed == nil)
  }
}
