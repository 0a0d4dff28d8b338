import Coverage
import RosterModel
import Testing

@Suite("ORG005 callsign-twice")
struct CallsignTwiceTests {
  @Test("units of different callsigns, or of none, pass")
  func passes() {
    var city = CityFixture()
    for id in ["a", "b", "c", "d"] { city.unit(id) }
    city.roster.units[2].callsign = ""
    city.roster.units[3].callsign = ""
    #expect(city.findings("ORG005").isEmpty)
  }

  @Test("the second unit of a callsign is found, also where its letters are composed otherwise")
  func fails() {
    var city = CityFixture()
    for id in ["a", "b"] { city.unit(id) }
    city.roster.units[0].callsign = "Ёж-1"
    city.roster.units[1].callsign = "\u{0415}\u{0308}ж-1"
    #expect(city.subjects("ORG005") == ["unit:b"])
  }

  @Test(
    "so is one that looks or sounds the same",
    arguments: [
      ("Сокол-1", "СОКОЛ-1"), ("Ворон", "ВОРОН"), ("Сокол-1", "Cокол-1"), ("Sokol 1", "Sokol1"),
      ("Sokol-1", " sokol-1 "),
      ("Lochin", "Lo\u{200B}chin"), ("Lochin 2", "Lochin\u{A0}2"), ("Орёл", "Орел"), ("Soʻgʻd", "So'g'd"),
      ("Sokol‑1", "Sokol-1"),
    ])
  func alike(first: String, second: String) {
    var city = CityFixture()
    for id in ["a", "b"] { city.unit(id) }
    city.roster.units[0].callsign = first
    city.roster.units[1].callsign = second
    #expect(city.subjects("ORG005") == ["unit:b"])
  }

  @Test("a twin from another script is named, because the two look the same in print")
  func named() throws {
    var city = CityFixture()
    for id in ["a", "b"] { city.unit(id) }
    city.roster.units[0].callsign = "Burgut-А"
    city.roster.units[1].callsign = "Burgut-A"
    let message = try #require(city.findings("ORG005").first).message
    #expect(message.contains("character 8 is U+0041 LATIN CAPITAL LETTER A in one, U+0410 CYRILLIC"), "\(message)")
  }

  @Test("callsigns that only begin alike pass")
  func apart() {
    var city = CityFixture()
    for id in ["a", "b", "c"] { city.unit(id) }
    for (index, callsign) in ["Сокол-1", "Сокол-11", "Сокол"].enumerated() {
      city.roster.units[index].callsign = callsign
    }
    #expect(city.findings("ORG005").isEmpty)
  }
}
