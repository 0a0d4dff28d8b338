import Characters
import Testing

@Suite("Words that may be meant")
struct NearWordsTests {
  @Test(
    "one slip is told: a character too many, too few or another, two swapped, case, a twin from another script",
    arguments: [
      ("plann", ["plan"]), ("pla", ["plan"]), ("plam", ["plan"]), ("paln", ["plan"]), ("PLAN", ["plan"]),
      ("рlаn", ["plan"]), ("gap", ["gaps"]), ("validte", ["validate"]), ("xyz", []), ("", []),
    ])
  func slips(word: String, meant: [String]) {
    #expect(NearWords(["plan", "gaps", "validate", "why"]).meant(by: word) == meant)
  }

  @Test("only the nearest are named, and those that a word is a part of where none is near")
  func nearest() {
    let ids = NearWords(["yun-r003", "yun-r033", "yun-r003a", "yun-metro"])
    #expect(ids.meant(by: "yun-r0033") == ["yun-r003", "yun-r033", "yun-r003a"])
    #expect(ids.meant(by: "yun-r0003") == ["yun-r003"])
    #expect(ids.meant(by: "metro") == ["yun-metro"])
  }

  @Test("where nothing is near the hint names what the roster has, or of many the nearest")
  func known() {
    #expect(NearWords(["A", "B", "C"]).hint(for: "Q") == "the roster has: A, B, C")
    #expect(NearWords(["A"]).sentence(for: "Q") == "The roster has: A.")
    #expect(NearWords([String]()).sentence(for: "Q") == "The roster has none.")
    #expect(NearWords(["day", "night"]).sentence(for: "nihgt") == "Did you mean night?")
    let many = NearWords((1...40).map { "unit-\($0)" })
    #expect(many.hint(for: "somebody").hasPrefix("the nearest of 40 are unit-"))
  }

  @Test("of many words only so many are compared, and each once")
  func hints() {
    var asked = 0
    var hints = NearHints {
      asked += 1
      return ["u1", "u2"]
    }
    #expect(asked == 0)
    for number in 10..<60 { #expect(hints.hint(for: "u\(number)") != nil) }
    #expect(hints.hint(for: "u60") == nil)
    #expect(hints.hint(for: "u10") == "did you mean u1?")
    #expect(asked == 1)
  }
}
