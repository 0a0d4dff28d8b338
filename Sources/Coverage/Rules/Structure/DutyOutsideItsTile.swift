import RosterModel

/// ORG010: a duty that covers a tile and is at no time in it.
enum DutyOutsideItsTile: RosterRule {
  static let info = RuleInfo(
    id: "ORG010", name: "duty-outside-its-tile", severity: .error,
    summary: "A duty covers a tile in which it does not work for a minute.",
    reason:
      "A unit on the duty counts in each tile of `covers`, so the tile looks held while nobody is there. Take the tile out of "
      + "`covers`, or mend the duty's `start`, `hours` or `parts`; the night of a date starts at 24:00.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    for pair in grid.frame.roster.settings.shifts.dutiesAndTiles where pair.isCovered && pair.worked == 0 {
      collector.report(
        .everything, .row(table: "roster.toml", id: pair.id), at: .setting(["shift", pair.duty.id, "covers"]),
        data: pair.data,
        "duty \(pair.dutyName) covers \(pair.tileName), and is at no time in it"
      )
    }
  }
}

/// ORG011: a duty whose times and tiles differ: it is hardly there in one that it covers, or for long in one that it
/// does not.
enum DutyUnlikeItsTiles: RosterRule {
  static let info = RuleInfo(
    id: "ORG011", name: "duty-unlike-its-tiles", severity: .warning,
    summary: "A duty works less than half of a tile that it covers, or more than half of one that it does not.",
    reason:
      "A unit on the duty counts as one in each tile of `covers`, however long it is there, and in no other. Mend `covers`, "
      + "or the duty's `start` and `hours`; a duty with a pause between two times has `parts`.",
    settings: [
      RuleParameter(
        "share", .integer(0...100), standard: .integer(50),
        "the least share of a covered tile that a duty works, per cent; of any other it may work the rest to 100")
    ])

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let share = grid.frame.policy.integer("share", of: info, at: RuleSite())
    for pair in grid.frame.roster.settings.shifts.dutiesAndTiles where pair.worked > 0 {
      let part = "\(hours(pair.worked)) of the \(hours(pair.tile.minutes)) of \(pair.tileName)"
      let text: String
      if pair.isCovered, pair.worked * 100 < pair.tile.minutes * share {
        text = "works \(part), and counts there as a whole unit"
      } else if !pair.isCovered, pair.worked * 100 > pair.tile.minutes * (100 - share) {
        text = "works \(part), which it does not cover, and counts there for nothing"
      } else {
        continue
      }
      collector.report(
        .everything, .row(table: "roster.toml", id: pair.id), at: .setting(["shift", pair.duty.id, "covers"]),
        data: pair.data, "duty \(pair.dutyName) \(text)")
    }
  }
}

/// A duty beside a tile of the same day.
private struct DutyAndTile {
  var duty: Shift
  var tile: Shift
  var isCovered: Bool
  /// The minutes of the tile that the duty works, by the clock.
  var worked: Int

  var id: String { "shift.\(duty.id).\(tile.id)" }
  var dutyName: String { "\(duty.id) (\(duty.parts.map(\.description).joined(separator: ", ")))" }
  var tileName: String { "\(tile.id) (\(tile.parts.map(\.description).joined(separator: ", ")))" }
  var data: [Finding.Datum] {
    [
      .init("shift", duty.id), .init("tile", tile.id), .init("measured", worked), .init("bound", tile.minutes),
    ]
  }
}

extension ShiftPlan {
  /// Each duty beside each tile, in the order of the shifts and of time.
  fileprivate var dutiesAndTiles: [DutyAndTile] {
    shifts.indices.filter { !shifts[$0].isTile }.flatMap { index in
      (0..<tileCount).map { number in
        DutyAndTile(
          duty: shifts[index], tile: tile(number), isCovered: tileNumbers[index].contains(number),
          worked: shifts[index].minutes(in: tile(number)))
      }
    }
  }
}
