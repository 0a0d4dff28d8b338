/// The part of a roster that is planned anew while the rest stands: some members' rows on some days.
struct Neighbourhood: Sendable {
  let members: [Int]
  /// Days of the period.
  let days: Range<Int>

  /// The whole roster.
  init(all model: Model) {
    members = Array(0..<model.staffCount)
    days = 0..<model.dayCount
  }

  init(members: [Int], days: Range<Int>) {
    self.members = members
    self.days = days
  }
}
