import Foundation
import Testing

@Suite("patrol publish")
struct PublishCommandTests {
  @Test("copies what stands, says by whom and when, and tells the gaps")
  func publish() throws {
    let edit = try EditFixture()
    let outcome = try edit.run("publish --day 2026-12-05 --district north --as Aziz --now 2026-12-04T17:30")
    #expect(outcome.status == 0)
    #expect(outcome.lines == ["north 2026-12-05: 2 postings published"])
    #expect(outcome.errors.contains("1 square below minimum"))
    #expect(try edit.text("publications.csv") == "district,day,at,by\nnorth,2026-12-05,2026-12-04T17:30,Aziz\n")
    #expect(try edit.text("published.csv") == "day,shift,beat,unit\n2026-12-05,A,b1,u1\n2026-12-05,A,b1,v1\n")
    #expect(try edit.run("validate --select PUB --select REF --select FMT").status == 0)
  }

  @Test("all districts where none is named, and a day published as it stands is left as it is")
  func again() throws {
    let edit = try EditFixture()
    #expect(try edit.run("publish --from 2026-12-05 --to 2026-12-06 --as Aziz").lines.count == 4)
    let before = try edit.contents()
    let same = try edit.run("publish --day 2026-12-05 --as Malika")
    #expect(same.status == 0 && same.output.isEmpty && same.errors.contains("nothing to change"))
    #expect(try edit.contents() == before)
  }

  @Test("a published day changes only with a reason; then validate says so until it is published again")
  func change() throws {
    let edit = try EditFixture()
    #expect(try edit.run("publish --day 2026-12-05").status == 0)
    let before = try edit.contents()
    let refused = try edit.run("unassign --unit v1 --day 2026-12-05")
    #expect(refused.status == 1 && refused.errors.contains("north 2026-12-05 is published"))
    #expect(try edit.contents() == before)
    #expect(try edit.run("lock --unit v1 --day 2026-12-05").status == 0)
    #expect(try edit.run("unassign --unit v1 --day 2026-12-05 --reason fell-ill").status == 0)
    let found = try edit.run("validate --select PUB")
    #expect(found.status == 1 && found.output.contains("PUB001 changed-after-publication: Yordam (v1), 2026-12-05 A"))
    #expect(
      try edit.run("publish --day 2026-12-05").lines == [
        "north 2026-12-05: 1 postings published again: 0 added, 1 taken away"
      ])
    #expect(try edit.run("validate --select PUB").status == 0)
  }

  @Test("planning changes nothing on published days")
  func plan() throws {
    let edit = try EditFixture()
    #expect(try edit.run("publish --from 2026-12-05 --to 2026-12-06").status == 0)
    let published = try edit.rows("assignments.csv")
    #expect(try edit.run("plan --iterations 2000 --threads 1").status == 1)
    let planned = try edit.rows("assignments.csv")
    #expect(planned.filter { $0 < "2026-12-07" } == published)
    #expect(planned.count > published.count)
    #expect(try edit.run("validate --select PUB").status == 0)
  }

  @Test("answers in JSON")
  func json() throws {
    let edit = try EditFixture()
    let answer = try edit.json(try edit.run("publish --day 2026-12-05 --format json"))
    #expect(answer["is_applied"] as? Bool == true)
    let tables = (answer["difference"] as? [String: Any])?["tables"] as? [[String: Any]]
    #expect(tables?.compactMap { $0["table"] as? String } == ["publications", "published"])
    #expect(tables?.compactMap { $0["added"] as? Int } == [2, 2])
    #expect((answer["remarks"] as? [String])?.count == 2)
  }

  @Test(
    "days are named, and in the period; districts are there",
    arguments: ["publish", "publish --day 2027-01-01", "publish --day 2026-12-05 --district west"])
  func usage(words: String) throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    #expect(try edit.run(words).status == 3)
    #expect(try edit.contents() == before)
  }
}
