import RosterEngine
import RosterModel

/// Keeps planning away from published days: nobody new comes to a district on a day that is published.
///
/// A unit that reaches several districts may still work in the others. So each district with published days has a line
/// that counts its planned units, held at zero on those days by a ratio to a line that is empty then.
struct PublishedDays {
  /// The line that counts each district's planned units; `nil` where no day of the scope is published.
  private var lineOfDistrict: [Int?]
  private let districtOfBeat: [Int]

  init(_ context: PlanContext, _ cover: inout CoverTable) {
    districtOfBeat = context.roster.beats.indices.map {
      context.roster.district(of: .beat(BeatReference($0)))?.index ?? -1
    }
    let room = context.roster.units.count / CoverTable.largestFactor + 1
    lineOfDistrict = context.published.map { published in
      guard published.contains(where: { context.isPlannedDay[$0] }) else { return nil }
      let posted = cover.addLine { _, _ in (.none, 0) }
      let open = cover.addLine { day, _ in (.none, published.contains(day) ? 0 : room) }
      cover.ratios.append(Ratio(limited: posted, by: open, factor: CoverTable.largestFactor))
      return posted
    }
  }

  /// The line that a posting to the beat counts in for its district's published days.
  func line(of beat: Int) -> Int? {
    districtOfBeat[beat] < 0 ? nil : lineOfDistrict[districtOfBeat[beat]]
  }
}
