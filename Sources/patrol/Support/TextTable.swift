import Screen

/// A table for people: columns padded to the width of their longest text.
enum TextTable {
  /// A header and one line a row.
  ///
  /// - Parameter numberColumns: how many of the first columns are set to the right.
  static func text(_ header: [String], _ rows: [[String]], numberColumns: Int) -> String {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].cellWidth }.max() ?? 0
    }
    return ([header] + rows).map { cells in
      let padded = cells.indices.map { column in
        cells[column].padded(toCells: widths[column], column < numberColumns ? .right : .left)
      }
      return trimmed(padded.joined(separator: "  "))
    }.joined(separator: "\n")
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}

extension String {
  /// The text as a sentence: with a capital letter, and a full stop where it lacks its end.
  var sentence: String { prefix(1).uppercased() + ended.dropFirst() }

  /// With a full stop where it lacks its end.
  var ended: String {
    guard let last else { return self }
    return self + (".!?".contains(last) ? "" : ".")
  }

  /// Without the full stop that a sentence ends with, where more is to follow it.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
