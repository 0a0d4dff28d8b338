import RosterModel
import Testing

@Suite("What changes touch")
struct ChangeReachTests {
  private static let day = Day(number: 20_000)

  @Test("two changes of a unit's day meet, of another unit or day they do not")
  func unitDays() {
    let reach = ChangeReach([Self.posting("u1", Self.day)])
    #expect(reach.meeting(with: Self.posting("u1", Self.day, beat: "b2"))?.subject == "u1")
    #expect(reach.meeting(with: Self.posting("u2", Self.day)) == nil)
    #expect(reach.meeting(with: Self.posting("u1", Self.day.advanced(by: 1))) == nil)
  }

  @Test("an absence meets postings and absences of the unit on any of its days")
  func absences() {
    let week = Self.absence("\(Self.day)..\(Self.day.advanced(by: 6))")
    #expect(ChangeReach([Self.posting("u1", Self.day)]).meeting(with: week)?.day == Self.day)
    #expect(ChangeReach([week]).meeting(with: Self.posting("u1", Self.day.advanced(by: 6))) != nil)
    #expect(ChangeReach([week]).meeting(with: Self.posting("u1", Self.day.advanced(by: 7))) == nil)
    #expect(ChangeReach([week]).meeting(with: Self.absence("\(Self.day.advanced(by: 6))")) != nil)
    #expect(ChangeReach([week]).meeting(with: Self.absence("\(Self.day.advanced(by: 7))")) == nil)
  }

  @Test(
    "what happens during a shift meets the unit's postings, absences and events of that day, and no call but those of the unit"
  )
  func shifts() {
    let late = RowChange.manoeuvre(
      ManoeuvreChange(
        day: Self.day, shift: "A", unit: "u1", at: "09:00", kind: .late, beat: nil, reason: "", by: "", isAdded: true))
    let call = RowChange.call(
      CallChange(
        day: Self.day, shift: "A", beat: "b1", unit: "u1", at: "", answer: .no, by: "", note: "", isAdded: true))
    #expect(ChangeReach([late]).meeting(with: Self.posting("u1", Self.day))?.subject == "u1")
    #expect(ChangeReach([Self.posting("u1", Self.day)]).meeting(with: late) != nil)
    #expect(ChangeReach([Self.absence("\(Self.day)")]).meeting(with: late) != nil)
    #expect(ChangeReach([late]).meeting(with: Self.posting("u2", Self.day)) == nil)
    #expect(ChangeReach([late]).meeting(with: call) == nil && ChangeReach([call]).meeting(with: call) != nil)
  }

  @Test("two publications of a district's day meet")
  func publications() {
    let north = RowChange.publication(
      PublicationChange(district: "north", day: Self.day, at: "", by: "", isAdded: true))
    let south = RowChange.publication(
      PublicationChange(district: "south", day: Self.day, at: "", by: "", isAdded: true))
    #expect(ChangeReach([north]).meeting(with: north) != nil)
    #expect(ChangeReach([north]).meeting(with: south) == nil)
  }

  @Test("patterns of days overlap where they name a day in common", arguments: 1...200)
  func overlap(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let words = [
      "daily", "mon", "sat-sun", "fri-mon", "tue-wed", "2024-10-04", "2024-10-05..2024-10-06",
      "2024-10-05..2024-10-30",
    ]
    func pattern() -> String {
      (0...Int.random(in: 0...1, using: &random)).map { _ in words.randomElement(using: &random) ?? "daily" }
        .joined(separator: " ")
    }
    let left = try #require(DayPattern(text: pattern()))
    let right = try #require(DayPattern(text: pattern()))
    let start = try #require(Day(iso: "2024-09-01"))
    let isMet = (0..<90).contains { left.contains(start.advanced(by: $0)) && right.contains(start.advanced(by: $0)) }
    #expect(left.overlaps(right) == isMet)
  }

  private static func posting(_ unit: String, _ day: Day, beat: String = "b1") -> RowChange {
    .posting(
      PostingChange(PostingName(day: day, shift: "A", beat: beat, unit: unit), old: nil, new: PostingRemark()))
  }

  private static func absence(_ days: String) -> RowChange {
    .absence(AbsenceChange(unit: "u1", days: days, shift: nil, reason: .leave, isAdded: true))
  }
}
