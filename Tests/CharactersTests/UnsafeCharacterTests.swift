import Characters
import Testing

@Suite("Characters that no terminal may get")
struct UnsafeCharacterTests {
  @Test("they are all that Unicode calls control, format, separator, private or invisible, and nothing that is read")
  func everyScalar() {
    let categories: [Unicode.GeneralCategory] = [
      .control, .format, .lineSeparator, .paragraphSeparator, .privateUse,
    ]
    var missed: [Unicode.Scalar] = []
    var readable: [Unicode.Scalar] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let category = properties.generalCategory
      if categories.contains(category) || properties.isDefaultIgnorableCodePoint {
        if !scalar.isUnsafe { missed.append(scalar) }
      } else if scalar.isUnsafe, category != .unassigned, !properties.isNoncharacterCodePoint {
        readable.append(scalar)
      }
    }
    #expect(missed.isEmpty)
    // A blank of Braille, which shows nothing, and the sign that stands for an object.
    #expect(readable == ["\u{2800}", "\u{FFFC}"] || readable == ["\u{2800}"], "\(readable.map(\.value))")
  }

  @Test("the first in a text is named, with its place")
  func named() {
    #expect("abc\u{202E}de\u{200B}".firstUnsafe?.description == "character 4 is U+202E")
    #expect("\u{E0041}".firstUnsafe?.description == "character 1 is U+E0041")
    #expect("a\tb".firstUnsafe?.description == "character 2 is U+0009")
    #expect("Юнусобод, o‘zbek, e\u{301}, 東京".firstUnsafe == nil)
  }

  @Test("what holds an emoji together hides nothing there, and is unsafe anywhere else", arguments: ["❤️", "👮🏽‍♀️", "1️⃣"])
  func emoji(text: String) {
    #expect(text.firstUnsafe == nil)
    #expect(text.replacingUnsafe() == text)
    #expect(text.unicodeScalars.contains { $0.isUnsafe })
    #expect("a\u{200D}b".replacingUnsafe() == "a\u{FFFD}b")
    #expect("a\u{FE0F}".firstUnsafe != nil)
  }

  @Test("text with any is replaced, but for what is to be kept")
  func replaced() {
    #expect("a\u{2066}\tb\u{FEFF}".replacingUnsafe() == "a\u{FFFD}\u{FFFD}b\u{FFFD}")
    #expect("a\u{2066}\tb".replacingUnsafe { $0 == "\t" } == "a\u{FFFD}\tb")
  }

  @Test("JSON has an escape for each, above U+FFFF two")
  func escaped() {
    #expect(("\u{202E}" as Unicode.Scalar).escapedForJSON == "\\u202e")
    #expect(("\u{7F}" as Unicode.Scalar).escapedForJSON == "\\u007f")
    #expect(("\u{E0041}" as Unicode.Scalar).escapedForJSON == "\\udb40\\udc41")
  }
}
