import Screen

/// Gaps as a table for people.
enum GapTable {
  /// A header and one line a gap; nothing where there is none.
  static func text(_ rows: [GapRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let header = [
      "gap", "short", "have", "min", "target", "free", "leaving", "day", "shift", "place", "force", "skill",
    ]
    let body = rows.map { row in
      [
        "\(row.gap)", "\(row.shortfall)", "\(row.have)", "\(row.minimum)", "\(row.target)", "\(row.units)",
        "\(row.unitsByLeaving)", row.day,
        row.shift, row.kind.map { "\(row.place) (\($0))" } ?? row.place, row.force ?? "any", (row.skill ?? "").shown,
      ]
    }
    return TextTable.text(header, body, numberColumns: 7)
  }
}
