import ArgumentParser
import Coverage
import RosterModel

/// `patrol publish`: says that what stands is what people are told.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish duty days of districts as they stand.",
    discussion: """
      What stands is copied to published.csv, and publications.csv says when and by whom. From then on planning leaves \
      those days as they are, people change them with a reason, and `patrol validate` reports what differs. Publishing \
      again publishes the changes. Gaps are told and do not hinder it.

      For example:
        patrol publish north --from 2026-12-07 --to 2026-12-13
        patrol publish north --day tomorrow --district centre
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var days: EditDays
  @Option(help: ArgumentHelp("Only this district (default: all).", valueName: "id"), completion: .districts)
  var district: [String] = []
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func run() throws {
    let streams = options.quiet.streams
    let change = try options.change(of: folder.roster, reason: why.reason, at: days.range.clock) { settings in
      ["publish", try days.words(in: settings)] + district.map { $0.lowercased() }.sorted()
    }
    var scope = (districts: [DistrictReference](), days: Day(number: 0)...Day(number: 0))
    let outcome = try change.make(streams) { draft in
      let roster = draft.roster
      scope.days = try days.days(in: roster.settings, telling: streams)
      scope.districts =
        try district.isEmpty
        ? roster.districts.indices.map { DistrictReference($0) } : Set(roster.districts(named: district)).sorted()
      let clock = try DutyClock.now(days.range.now, settings: roster.settings)
      return EditStep(
        name: "publish \(scope.days.lowerBound)..\(scope.days.upperBound)",
        edits: roster.edits(
          publishing: scope.districts, days: scope.days, at: clock.text(in: roster.settings), by: change.person))
    }
    var answer = ChangeAnswer(verb: "publish", change: change, outcome: outcome)
    if outcome.refusals.isEmpty { answer.remarks = Self.remarks(outcome) }
    if let gaps = Self.gaps(scope.districts, scope.days, outcome.after) { streams.note(gaps) }
    try answer.give(streams, as: options.format)
  }

  /// What is published, a line for each district's day.
  private static func remarks(_ outcome: RosterChange.Outcome) -> [String] {
    let roster = outcome.after
    let districtOfBeat = roster.beats.map { roster.district(of: $0.place) }
    func counts(_ rows: [Assignment]) -> [DistrictDay: Int] {
      rows.reduce(into: [:]) { counts, row in
        guard row.beat.isKnown, let district = districtOfBeat[row.beat.index] else { return }
        counts[DistrictDay(district: district, day: row.day), default: 0] += 1
      }
    }
    let published = counts(roster.published)
    let added = counts(outcome.step.edits.compactMap { if case .addPublished(let row) = $0 { row } else { nil } })
    let removed = counts(outcome.step.edits.compactMap { if case .removePublished(let row) = $0 { row } else { nil } })
    let before = Set(outcome.before.publications.map { DistrictDay(district: $0.district, day: $0.day) })
    return outcome.step.edits.compactMap { edit in
      guard case .addPublication(let row) = edit else { return nil }
      let key = DistrictDay(district: row.district, day: row.day)
      let words = "\(roster.id(row.district)) \(row.day): \(published[key, default: 0]) postings published"
      guard before.contains(key) else { return words }
      return words + " again: \(added[key, default: 0]) added, \(removed[key, default: 0]) taken away"
    }
  }

  /// What is below minimum on those days, in a line; `nil` for nothing.
  private static func gaps(
    _ districts: [DistrictReference], _ days: ClosedRange<Day>, _ roster: Roster
  ) -> String? {
    let grid = CoverageGrid(roster)
    let gaps = districts.flatMap {
      grid.gaps(in: CoverageScope(district: $0, from: days.lowerBound, to: days.upperBound))
    }
    guard !gaps.isEmpty else { return nil }
    let missing = gaps.reduce(0) { $0 + $1.gap }
    return "warning: \(gaps.count) square\(gaps.count == 1 ? "" : "s") below minimum, \(missing) "
      + "unit\(missing == 1 ? "" : "s") missing; `patrol gaps` lists them"
  }
}
