import Coverage
import RosterModel
import Testing

@Suite("Fingerprints of findings")
struct FingerprintTests {
  @Test("they are the published FNV-1a of the rule, a zero byte and the subject")
  func known() {
    // The offset basis folded with one zero byte, as the algorithm's own arithmetic gives it.
    #expect(Fingerprint(rule: "", subject: "").description == "af63bd4c8601b7df")
    // Rule and subject in one text without the zero byte would give the same for both.
    #expect(Fingerprint(rule: "COV001", subject: "a") != Fingerprint(rule: "COV00", subject: "1a"))
  }

  @Test("they do not change with the line, the message or the severity")
  func stable() throws {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.d)
    let first = try #require(city.findings("RST001").first)
    city.roster.assignments[0].line = 77
    city.rule("shift-not-in-regime", .info)
    let second = try #require(city.findings("RST001").first)
    #expect(first != second)
    #expect(Fingerprint(first) == Fingerprint(second))
  }

  @Test("they have sixteen digits")
  func width() {
    for number in 0..<200 { #expect(Fingerprint(rule: "COV001", subject: "\(number)").description.count == 16) }
  }
}
