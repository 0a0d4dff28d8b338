import Coverage
import RosterModel
import Screen

/// A proof over the period, so that a person can add it up.
struct PeriodProofText {
  /// How many rows of each table are printed unless all are asked for.
  private static let mostRows = 16

  private let proof: PeriodProof
  private let frame: RosterFrame
  private let isVerbose: Bool

  init(_ proof: PeriodProof, _ frame: RosterFrame, isVerbose: Bool) {
    self.proof = proof
    self.frame = frame
    self.isVerbose = isVerbose
  }

  /// The proof in lines.
  var lines: [String] {
    let counted = proof.countsUnits ? "unit-shifts" : "by the weights below"
    let units = proof.supplies.count
    let settled =
      proof.settled > 0 ? ["  \(proof.settled) of them are brought by postings that no plan changes."] : []
    return [
      "\(proof.wants.count) square\(proof.wants.count == 1 ? "" : "s") of the period want \(proof.wanted) \(counted). "
        + "The \(units) unit\(units == 1 ? "" : "s") that could work there can bring \(proof.possible) at the most,",
      "each as much as its absences, rests, runs and hours allow, whatever the others do: "
        + "\(proof.wanted - proof.possible) too few.",
    ] + settled + squareTable + unitTable + (hasEscorts ? [escortLine] : [])
  }

  private var hasEscorts: Bool { proof.wants.contains(where: \.areEscorts) }

  private var escortLine: String {
    "Where units may stand only beside an escort, \"escorts\" counts the units that may stand alone: "
      + "as few as the square can do with."
  }

  /// The squares, those of one line and shift as one where they want the same on several days.
  private var squareTable: [String] {
    struct Key: Hashable {
      var line: Int
      var tile: Int
      var weight: Int
      var areEscorts: Bool
    }
    let groups = Dictionary(grouping: proof.wants) {
      Key(line: $0.square.line, tile: $0.square.tile, weight: $0.weight, areEscorts: $0.areEscorts)
    }
    let asked = Set(proof.asked.map(\.index))
    let rows = groups.sorted {
      ($0.key.tile, $0.key.line, $0.key.weight, $0.key.areEscorts ? 1 : 0)
        < ($1.key.tile, $1.key.line, $1.key.weight, $1.key.areEscorts ? 1 : 0)
    }.map { key, wants -> [String] in
      let line = frame.plan.lines[key.line]
      let force = (line.force?.rawValue ?? "any") + (line.skill.isEmpty ? "" : "/" + line.skill)
      let days = wants.map(\.square.day).sorted()
      let when = days.count == 1 ? "\(days[0])" : "\(days[0]) to \(days[days.count - 1])"
      return [
        "\(wants.reduce(0) { $0 + $1.units })", "\(key.weight)", "\(wants.count)",
        "\(frame.roster.id(line.place)) \(frame.roster.settings.shifts.tile(key.tile).id)".shown,
        (key.areEscorts ? "escorts" : force).shown, when,
        wants.contains { asked.contains($0.square.index) } ? "asked about" : "held now",
      ]
    }
    return table(["wants", "weight", "squares", "of", "units", "days", ""], rows, numbers: 3)
  }

  private var unitTable: [String] {
    let groups = Dictionary(grouping: proof.supplies, by: \.most).sorted { $0.key > $1.key }
    let rows = groups.map { most, units -> [String] in
      let names = units.map { frame.roster.id($0.unit) }
      let shown = isVerbose || names.count <= 6 ? names : names.prefix(5) + ["and \(names.count - 5) more"]
      return ["\(most)", "\(units.count)", shown.joined(separator: ", ").shown]
    }
    return rows.isEmpty ? [] : table(["brings", "each of", "units"], rows, numbers: 2)
  }

  private func table(_ header: [String], _ rows: [[String]], numbers: Int) -> [String] {
    let shown = isVerbose ? rows : Array(rows.prefix(Self.mostRows))
    let rest = rows.count - shown.count
    return TextTable.text(header, shown, numberColumns: numbers).split(separator: "\n").map { "  " + $0 }
      + (rest > 0 ? ["  and \(rest) more rows; --verbose lists them all"] : [])
  }
}
