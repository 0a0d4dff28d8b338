import Screen

/// Gaps as a table for people.
enum GapTable {
  /// A header and one line a gap; nothing where there is none.
  static func text(_ rows: [GapRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let header = ["gap", "short", "have", "min", "target", "could", "day", "shift", "place", "force", "skill"]
    let body = rows.map { row in
      [
        "\(row.gap)", "\(row.shortfall)", "\(row.have)", "\(row.minimum)", "\(row.target)", "\(row.units)", row.day,
        row.shift, row.kind.map { "\(row.place) (\($0))" } ?? row.place, row.force ?? "any", (row.skill ?? "").shown,
      ]
    }
    let widths = header.indices.map { column in
      ([header] + body).map { $0[column].cellWidth }.max() ?? 0
    }
    return ([header] + body).map { cells in
      let padded = cells.indices.map { column in
        cells[column].padded(toCells: widths[column], column < numberColumns ? .right : .left)
      }
      return trimmed(padded.joined(separator: "  "))
    }.joined(separator: "\n")
  }

  private static let numberColumns = 6

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
