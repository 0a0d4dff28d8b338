import Coverage
import RosterModel
import Testing

@Suite("COV004 evening-night-share-too-low")
struct EveningNightShareTooLowTests {
  @Test("seven of ten police shifts by evening and night pass")
  func passes() {
    var city = CityFixture()
    post(&city, days: 3, nights: 7)
    #expect(city.findings("COV004").isEmpty)
  }

  @Test("six of ten do not; other forces and history are not counted")
  func fails() {
    var city = CityFixture()
    post(&city, days: 4, nights: 6)
    for number in 0..<9 {
      city.post(city.unit("g\(number)", .guard), 0, CityFixture.c)
      city.post(city.unit("h\(number)"), -1, CityFixture.c)
    }
    #expect(city.findings("COV004").map(\.message).first?.hasPrefix("yunusobod: 60 % of the hours of police") == true)
    #expect(city.subjects("COV004") == ["row:districts/yunusobod"])
  }

  @Test("the roster may name other forces, another window and another share")
  func settings() {
    var city = CityFixture()
    city.post(city.unit("g", .guard), 0, CityFixture.b)
    city.rule(
      "evening-night-share-too-low", nil,
      ["forces": .list([.text("guard")]), "from": .text("20:00"), "to": .text("24:00"), "share": .integer(60)])
    #expect(city.findings("COV004").count == 1)
    city.rule("evening-night-share-too-low", nil, ["forces": .list([.text("guard")]), "share": .integer(100)])
    #expect(city.findings("COV004").isEmpty)
  }

  private func post(_ city: inout CityFixture, days: Int, nights: Int) {
    for number in 0..<days { city.post(city.unit("d\(number)"), 0, CityFixture.a) }
    for number in 0..<nights { city.post(city.unit("n\(number)"), 0, [CityFixture.b, CityFixture.c][number % 2]) }
  }
}
