import RosterModel

/// PUB001: a published posting that is no longer there, or one that was not published.
enum ChangedAfterPublication: RosterRule {
  static let info = RuleInfo(
    id: "PUB001", name: "changed-after-publication", severity: .error,
    summary: "On a published day a unit stands otherwise than published.",
    reason:
      "People act on what was published. publications.csv says which days of which districts are; published.csv what "
      + "stood there. Tell the unit and publish the day again, or put the posting back. Notes and locks are no change.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    guard !frame.roster.publications.isEmpty else { return }
    let days = PublishedDays(frame)
    var now = grid.assignments.filter(days.contains).sorted(by: precedes)[...]
    var then = frame.roster.published.filter(days.contains).sorted(by: precedes)[...]
    while let first = [now.first, then.first].compactMap({ $0 }).min(by: precedes) {
      let ours = now.prefix { isSameTurn($0, first) }
      let theirs = then.prefix { isSameTurn($0, first) }
      now = now.dropFirst(ours.count)
      then = then.dropFirst(theirs.count)
      if ours.map(\.beat) != theirs.map(\.beat) { report(ours, theirs, frame, &collector) }
    }
  }

  private static func report(
    _ now: ArraySlice<Assignment>, _ then: ArraySlice<Assignment>, _ frame: RosterFrame,
    _ collector: inout FindingCollector
  ) {
    guard let posting = now.first ?? then.first, let offset = frame.offset(of: posting.day) else { return }
    let roster = frame.roster
    func beats(_ postings: ArraySlice<Assignment>) -> String {
      postings.isEmpty ? "nowhere" : postings.map { roster.id($0.beat) }.joined(separator: ", ")
    }
    let unit = posting.unit.isKnown ? frame.name(ofUnit: posting.unit.index) : roster.id(posting.unit)
    let shift = roster.id(posting.shift)
    let published = then.first.flatMap { $0.line > 0 ? Location.row("published.csv", $0.line, "beat") : nil }
    collector.report(
      .day(
        offset, district: frame.places.districtOfBeat[posting.beat.index],
        force: posting.unit.isKnown ? roster.units[posting.unit.index].force : nil),
      .unit(roster.id(posting.unit), day: posting.day, shift: shift),
      at: now.first.flatMap { Location.row(of: $0, "beat") } ?? published,
      data: [.init("published", beats(then)), .init("now", beats(now))],
      "\(unit), \(posting.day) \(shift): published at \(beats(then)), now at \(beats(now))")
  }

  private static func isSameTurn(_ left: Assignment, _ right: Assignment) -> Bool {
    left.unit == right.unit && left.day == right.day && left.shift == right.shift
  }

  private static func precedes(_ left: Assignment, _ right: Assignment) -> Bool {
    (left.day.number, left.unit.raw, left.shift.raw, left.beat.raw, left.line)
      < (right.day.number, right.unit.raw, right.shift.raw, right.beat.raw, right.line)
  }
}
