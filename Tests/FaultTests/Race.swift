import Foundation
import Journal
import JournalTesting
import RosterModel
import Testing

/// What programs did that edited one roster at the same time.
struct Race {
  /// What each program said; one for each life of a program that was killed.
  let words: [ProbeWords]
  private let entries: [JournalEntry]
  private let base: RosterRows
  private let path: String

  /// What is in the folder now that had these rows before.
  init(_ folder: FaultRoster, _ base: RosterRows, _ words: [ProbeWords]) throws {
    (self.words, self.base, path) = (words, base, folder.path)
    let journal = try SQLiteJournal(reading: JournalFolder(of: folder.path).journal)
    entries = try journal.entries(matching: EntryFilter())
    try journal.close()
  }

  /// Holds the journal and the roster against what the programs said.
  func check() throws {
    let said = Dictionary(words.flatMap(\.done).map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(said.count == words.map(\.done.count).reduce(0, +), "a position was given twice")
    let opens = words.compactMap(\.open)
    var rows = base
    var unsaid = 0
    // Each unit's day with the last entry that touched it and its program.
    var touched: [String: (position: Int, session: String)] = [:]
    for entry in entries {
      let (position, lines) = (Int(entry.position.number), entry.draft.changes.lines)
      let isWhole = rows.apply(lines)
      #expect(isWhole, "entry \(position) takes away what is not there: \(lines)")
      let act = said[position]
      if let act {
        #expect(act.lines == lines, "entry \(position) is not the act that was said to be recorded")
      } else {
        unsaid += 1
        #expect(opens.contains(lines), "nobody tried entry \(position)")
      }
      for key in Set(lines.compactMap(Self.unitDay)) {
        if let act, let last = touched[key], last.session != entry.author.session {
          #expect(last.position <= act.basis, "\(key): \(position) won over \(last.position) without having seen it")
        }
        touched[key] = (position, entry.author.session)
      }
    }
    #expect(said.keys.allSatisfy { position in entries.contains { $0.position.number == Int64(position) } })
    #expect(unsaid <= opens.count)
    let now = try EditedRoster.rows(at: path)
    #expect(now == rows, "\(now.difference(from: rows))")
    #expect(Self.twice(in: now).isEmpty)
  }

  /// The figures: acts and refusals by why.
  var summary: String {
    let refused = words.reduce(into: [String: Int]()) { $0.merge($1.refused, uniquingKeysWith: +) }
    let whys = refused.sorted { $0.key < $1.key }.map { "\($0.value) refused as \($0.key)" }
    return (["\(words.map(\.done.count).reduce(0, +)) recorded"] + whys).joined(separator: ", ")
  }

  /// The unit and the day that a row is about, or the district and the day.
  private static func unitDay(_ line: String) -> String? {
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    let cells = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    return switch parts[0] {
    case "assignments": "\(cells[3]) \(cells[0])"
    case "absences", "publications": "\(cells[0]) \(cells[1])"
    default: nil
    }
  }

  /// The units that stand at two beats in one shift of a day.
  static func twice(in rows: RosterRows) -> [String] {
    var counts: [String: Int] = [:]
    for (row, count) in rows.counts where row.hasPrefix("assignments ") {
      let cells = row.dropFirst("assignments ".count).split(separator: ",", omittingEmptySubsequences: false)
      counts["\(cells[3]) on \(cells[0]) in \(cells[1])", default: 0] += count
    }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }
}

extension ProbeWords {
  /// How many acts were refused.
  var refusals: Int { refused.values.reduce(0, +) }
}
