import Foundation

/// The runs of one instance as a row of a table.
struct BenchmarkRow {
  let name: String
  let best: Int?
  var runs: [BenchmarkRun] = []

  static let header = """
    | instance | seconds | first valid | costs | median | best known | excess | bound | bound / best |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    """

  static func absent(_ name: String) -> String { "| \(name) | not there | | | | | | | |" }

  var isValid: Bool { runs.allSatisfy { $0.violations == 0 } }

  /// The lower median of the costs, a run without a valid roster counting as the dearest; `nil` if that is such a run.
  private var median: Int? {
    let costs = runs.map { $0.violations == 0 ? $0.solution.cost.total : Int.max }.sorted()
    guard !costs.isEmpty, costs[(costs.count - 1) / 2] < .max else { return nil }
    return costs[(costs.count - 1) / 2]
  }

  /// The latest first valid roster of the runs, in seconds.
  private var firstValid: Double? {
    let all = runs.compactMap(\.firstValid)
    return all.count == runs.count ? all.max() : nil
  }

  var text: String {
    let bound = runs.map(\.solution.bound).max() ?? 0
    let share = best.flatMap { best in best > 0 ? Double(bound) / Double(best) : nil }
    let excess = best.flatMap { best in median.flatMap { best > 0 ? Double($0 - best) / Double(best) : nil } }
    let cells: [String] = [
      name, String(format: "%.1f", runs.map(\.seconds).max() ?? 0),
      firstValid.map { String(format: "%.2f", $0) } ?? "none",
      runs.map { $0.violations == 0 ? "\($0.solution.cost.total)" : "none" }.joined(separator: " "),
      median.map(String.init) ?? "none", best.map(String.init) ?? "-", excess.map(Self.percent) ?? "-", "\(bound)",
      share.map(Self.percent) ?? "-",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func percent(_ value: Double) -> String { String(format: "%.2f %%", value * 100) }
}
