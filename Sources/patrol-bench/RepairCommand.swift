import ArgumentParser
import Coverage
import Foundation
import RosterFolder
import RosterModel

/// `patrol-bench repair`: units of a planned roster fall ill, and the gaps are closed with the fewest changes.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Has units of a planned roster fall ill, and times how the gaps are closed.",
    discussion: """
      One line a seed: units missing before and after, squares left, changes and the fewest that are proven, units \
      disturbed, seconds without reading. Nothing is written. A repair that opens a gap or makes a new error is an error \
      here. The last line has the medians.
      """)

  @Argument(help: "The planned roster folder.") var roster: String
  @Option(help: "How many units fall ill.") var ill = 1
  @Option(help: "The first day on which they are, counted from the first of the period.") var day = 9
  @Option(help: "For how many days.") var days = 4
  @Option(help: "How many draws, with the seeds 1, 2 and so on.") var draws = 5
  @Option(help: "Up to where squares are filled: minimum or target.") var to = "minimum"
  @Option(help: "The most changes.") var maxChanges: Int?
  @Option(help: "Seconds to search.") var seconds = 10.0

  mutating func run() throws {
    let read = try FolderReader.read(at: roster)
    guard let roster = read.roster else { throw ValidationError("\(self.roster) is no roster folder.") }
    var wish = RepairWish()
    wish.level = to == "target" ? .target : .minimum
    wish.mostChanges = maxChanges
    var figures: [(changes: Double, units: Double, seconds: Double)] = []
    for seed in 1...UInt64(max(1, draws)) {
      let grid = CoverageGrid(Self.roster(roster, without: ill, from: day, days: days, seed))
      let clock = ContinuousClock()
      let began = clock.now
      let limit = Duration.seconds(seconds)
      let repair = grid.repair(wish) { clock.now - began > limit }
      let time = Double((clock.now - began) / .milliseconds(1)) / 1000
      try check(repair, grid)
      print(
        "seed \(seed): missing \(repair.before.lacking(of: wish.level)) -> \(repair.left.lacking(of: wish.level)), squares left \(repair.left.count), "
          + "changes \(repair.count), at least \(repair.bound), units \(repair.units.count), \(milliseconds(time)) ms")
      if repair.count > 0 { figures.append((Double(repair.count), Double(repair.units.count), time)) }
    }
    print(
      "median of \(figures.count) with something missing: changes \(Int(figures.map(\.changes).median)), "
        + "units \(Int(figures.map(\.units).median)), \(milliseconds(figures.map(\.seconds).median)) ms")
  }

  /// The roster with units away, their postings of those days taken away.
  private static func roster(
    _ roster: Roster, without count: Int, from day: Int, days: Int, _ seed: UInt64
  ) -> Roster {
    var roster = roster
    var random = SeededRandom(seed: seed)
    let first = roster.settings.firstDay.advanced(by: day)
    let last = first.advanced(by: max(1, days) - 1)
    let posted = Set(roster.assignments.filter { $0.day == first && $0.unit.isKnown }.map(\.unit.index)).sorted()
    var pool = count == 1 ? posted : Array(roster.units.indices)
    for _ in 0..<min(count, pool.count) {
      let unit = UnitReference(pool.remove(at: random.below(pool.count)))
      roster.absences.append(Absence(unit: unit, days: DayPattern([.dates(first, last)]), shift: nil, reason: .sick))
      roster.assignments.removeAll { $0.unit == unit && (first...last).contains($0.day) }
    }
    return roster
  }

  /// Holds the repair to its promises by making it.
  private func check(_ repair: Repair, _ grid: CoverageGrid) throws {
    let findings = grid.findings(madeBy: EditStep(name: "repair", edits: repair.edits))
    if let error = findings.first(where: { $0.severity == .error }) {
      throw ValidationError("the repair makes a new error: \(error.message)")
    }
    var after = grid
    for edit in repair.edits { after.apply(edit) }
    if !after.squares(lackingMoreThan: grid).isEmpty { throw ValidationError("the repair opens a gap.") }
  }
}
