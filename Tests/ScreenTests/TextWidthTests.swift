import Testing

@testable import Screen

@Suite("Measuring and cutting text")
struct TextWidthTests {
  @Test(
    "text takes the cells that a terminal gives it",
    arguments: [
      ("", 0), ("patrol", 6), ("Юнусобод", 8), ("Ўқғҳ", 4), ("東京", 4), ("한글", 4), ("ﾊﾝ", 2), ("Ａ", 2),
      ("e\u{301}", 1), ("и\u{306}", 1), ("😀", 2), ("👍🏽", 4), ("👨‍👩‍👧", 6), ("🇺🇿", 2), ("❤️", 1), ("1️⃣", 1),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("a─b…", 4), ("\u{1B}[31m", 5), ("\u{202E}x", 2), ("\r\n", 2),
    ])
  func width(text: String, cells: Int) {
    #expect(text.cellWidth == cells)
    #expect(text.shown.cellWidth == cells, "what is shown takes as many cells as the text it stands for")
  }

  @Test("text that fits is not touched, text that does not ends with an ellipsis")
  func truncation() {
    #expect("Юнусобод".truncated(toCells: 8) == "Юнусобод")
    #expect("Юнусобод".truncated(toCells: 7) == "Юнусоб…")
    #expect("東京都".truncated(toCells: 6) == "東京都")
    #expect("東京都".truncated(toCells: 5) == "東京…")
    #expect("東京都".truncated(toCells: 4) == "東…", "half of a wide character is never shown")
    #expect("e\u{301}e\u{301}e\u{301}".truncated(toCells: 2) == "e\u{301}…", "a mark stays with its letter")
    #expect("abc".truncated(toCells: 1) == "…")
    #expect("abc".truncated(toCells: 0).isEmpty)
    #expect("abc".truncated(toCells: -3).isEmpty)
  }

  @Test("a padded text takes exactly the cells it was given")
  func padding() {
    #expect("ab".padded(toCells: 5) == "ab   ")
    #expect("ab".padded(toCells: 5, .right) == "   ab")
    #expect("ab".padded(toCells: 5, .center) == " ab  ")
    #expect("東京都".padded(toCells: 4) == "東… ")
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let text = RandomText.make(&generator, pieces: 6)
      let cells = Int.random(in: 0...14, using: &generator)
      #expect(text.padded(toCells: cells, .center).cellWidth == cells, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("the folded forms of one word in two spellings are equal")
  func folding() {
    #expect("ЙОЛ".folded == "и\u{306}ол".folded)
    #expect("Тёмный".folded == "темный".folded)
    #expect("Oʻzbek".folded == "o'zbek".folded)
    #expect("O‘ZBEK".folded == "oʼzbek".folded)
    #expect("и\u{306}".normalized.unicodeScalars.count == 1)
    #expect("Patrol 7".folded == "patrol 7")
  }
}
