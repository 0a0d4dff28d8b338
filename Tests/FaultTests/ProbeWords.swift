import Foundation
import JournalTesting

/// What `JournalProbe` has said.
struct ProbeWords {
  /// An act that was recorded.
  struct Act: Hashable {
    /// The position as far as which the probe knew the journal.
    var basis: Int
    /// Its own position.
    var position: Int
    /// The rows that it took away and added.
    var lines: [String]
  }

  /// The acts that were recorded, in their order.
  var done: [Act] = []
  /// The rows of the act that was under way when the probe was cut short, or of the last one that could not be written:
  /// it may have been recorded or not.
  var open: [String]?
  /// The rows of each act since the last recorded one that could not be written.
  ///
  /// A disk that takes what is written and then refuses to say that it has it leaves the first of them to be found by the
  /// next program, if it takes nothing more.
  var doubtful: [[String]] = []
  /// How often acts were refused, by why.
  var refused: [String: Int] = [:]
  /// Why acts could not be written.
  var failed: [String] = []
  /// All else.
  var others: [String] = []

  /// What a program has said, perhaps cut off in the middle of a line.
  init(_ text: String) {
    var tried: (basis: Int, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: "\t").map(String.init)
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      switch parts.first {
      case "done":
        done.append(Act(basis: tried?.basis ?? -1, position: Int(parts[1]) ?? -1, lines: tried?.lines ?? []))
        (tried, open, doubtful) = (nil, nil, [])
      case "refused":
        refused[parts[1], default: 0] += 1
        tried = nil
      case "failed":
        failed.append(parts[1])
        if let tried { doubtful.append(tried.lines) }
        (open, tried) = (tried?.lines, nil)
      default:
        if words.first == "try" {
          tried = (Int(words[1]) ?? -1, Array(words.dropFirst(2)))
        } else {
          others.append(String(line))
        }
      }
    }
    if let tried { open = tried.lines }
  }

  /// What several programs, one after the other, have said.
  static func lives(_ text: String) -> [ProbeWords] {
    text.components(separatedBy: "open\n").dropFirst().map { ProbeWords($0) }
  }

  /// The rows that a roster may have now that had these before: without the act that was under way, or with it.
  func outcomes(from base: RosterRows) -> [RosterRows] {
    var rows = base
    for act in done { rows.apply(act.lines) }
    let others = doubtful + (open.map { [$0] } ?? [])
    return [rows]
      + others.map { lines in
        var more = rows
        more.apply(lines)
        return more
      }
  }
}

extension [ProbeWords] {
  /// The rows that a roster may have now that had these before the first.
  func outcomes(from base: RosterRows) -> [RosterRows] {
    reduce([base]) { bases, words in bases.flatMap { words.outcomes(from: $0) } }
  }

  /// The rows that a roster may have now whose programs ran at the same time: with what each had under way, or without.
  ///
  /// Each act was made on the roster of its moment, so in whatever order they came, all rows are added that any has taken away.
  func outcomesTogether(from base: RosterRows) -> [RosterRows] {
    let opens = compactMap(\.open)
    return (0..<(1 << opens.count)).map { chosen in
      let open = opens.indices.filter { chosen >> $0 & 1 == 1 }.flatMap { opens[$0] }
      let lines = flatMap(\.done).flatMap(\.lines) + open
      var rows = base
      rows.apply(lines.filter { $0.hasPrefix("+") })
      rows.apply(lines.filter { $0.hasPrefix("-") })
      return rows
    }
  }
}
