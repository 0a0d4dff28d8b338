import Coverage
import RosterModel
import Testing

@Suite("PUB001 changed-after-publication")
struct ChangedAfterPublicationTests {
  @Test("a published day that stands as published passes, whatever its notes and locks")
  func passes() {
    var city = published()
    city.roster.assignments[0].isLocked = true
    city.roster.assignments[0].note = city.roster.note("radio 4")
    #expect(city.findings("PUB001").isEmpty)
  }

  @Test("a moved unit is one finding at its row, an added one too, a missing one at the published row")
  func fails() {
    var city = published()
    city.roster.assignments[0].beat = CityFixture.y1Route
    city.roster.assignments.remove(at: 1)
    city.post(city.unit("w"), 1, CityFixture.b)
    let findings = city.findings("PUB001")
    #expect(
      findings.map(\.message) == [
        "u, 2026-12-01 A: published at y1-post, now at y1-route",
        "w, 2026-12-01 B: published at nowhere, now at y1-post",
        "v, 2026-12-01 C: published at y1-post, now at nowhere",
      ])
    #expect(findings.map(\.location?.file) == ["assignments.csv", "assignments.csv", "published.csv"])
    #expect(findings.map(\.location?.line) == [2, 3, 3])
  }

  @Test("other days, and days of other districts, may change")
  func otherDays() {
    var city = published()
    city.roster.districts.append(District(id: "chilonzor", name: "Chilonzor"))
    city.roster.publications.append(
      Publication(district: DistrictReference(1), day: city.day(3), at: "", by: ""))
    city.post(UnitReference(0), 2, CityFixture.a)
    city.post(UnitReference(0), 3, CityFixture.a)
    #expect(city.findings("PUB001").isEmpty)
  }

  private func published() -> CityFixture {
    var city = CityFixture()
    city.post(city.unit("u"), 1, CityFixture.a)
    city.post(city.unit("v"), 1, CityFixture.c)
    city.roster.published = city.roster.assignments
    city.roster.publications = [
      Publication(district: DistrictReference(0), day: city.day(1), at: "2026-11-29T18:00", by: "duty officer")
    ]
    return city
  }
}
