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
}
