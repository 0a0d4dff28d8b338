import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterModel
import Synchronization
import Testing

/// Several shells that edit and read one roster at the same time, with a program started for each act.
///
/// A program that keeps a roster open follows the others; one that is started for each act opens the roster while others
/// bring its tables up to date, which is where it could take old tables for the roster.
final class ParallelVerbs: Sendable {
  /// What a program that was told to edit has said.
  struct Act: Sendable {
    /// The person that only this act has.
    var person: String
    var words: String
    var code: Int32
    /// Whether it said that it was done.
    var isDone: Bool
  }

  /// What a reader saw.
  struct Look: Sendable {
    /// How many acts were said to be done before it was started.
    var acts: Int
    var words: String
  }

  let folder: FaultRoster
  private let patrol: String
  private let acts = Mutex<[Act]>([])
  private let looks = Mutex<[Look]>([])
  private let problems = Mutex<[String]>([])

  init(_ folder: FaultRoster) throws {
    self.folder = folder
    patrol = try ProbeRun.path("patrol")
  }

  /// Runs so many shells of so many programs each, and waits for their end.
  func run(shells: Int, programs: Int) {
    let group = DispatchGroup()
    for shell in 0..<shells {
      group.enter()
      // Threads of their own: a shell waits for its programs all the time.
      Thread.detachNewThread { [self] in
        var random = SeededGenerator(seed: shell + 77)
        for number in 0..<programs {
          do { try next(shell, number, &random) } catch { problems.withLock { $0.append("\(error)") } }
        }
        group.leave()
      }
    }
    group.wait()
  }

  private func next(_ shell: Int, _ number: Int, _ random: inout SeededGenerator) throws {
    let (unit, beat) = ("u\(Int.random(in: 1...12, using: &random))", "b\(Int.random(in: 1...4, using: &random))")
    let day = "2027-01-0\(Int.random(in: 3...6, using: &random))"
    let shift = ["A", "B", "C"][Int.random(in: 0...2, using: &random)]
    let person = "s\(shell)-\(number)"
    func edit(_ verb: String, _ arguments: String...) throws {
      try act(person, [verb, folder.path, "--as", person] + arguments)
    }
    switch Int.random(in: 0..<100, using: &random) {
    case ..<36: try edit("assign", "--unit", unit, "--beat", beat, "--day", day, "--shift", shift)
    case ..<60: try edit("unassign", "--unit", unit, "--day", day)
    case ..<66: try edit("lock", "--unit", unit, "--day", day)
    case ..<70: try edit("unlock", "--unit", unit, "--day", day)
    case ..<75: try edit("absent", "--unit", unit, "--day", day, "--reason", "sick", "--unassign")
    case ..<79: try edit("absent", "--unit", unit, "--day", day, "--remove")
    case ..<82: try edit("plan", "--iterations", "200", "--threads", "1", "--from", day, "--to", day)
    case ..<85: try importing(person, shell, day)
    default: try look()
    }
  }

  private func act(_ person: String, _ arguments: [String]) throws {
    let (words, code) = try say(arguments)
    // A plan that changes nothing is written, and is no act.
    let isDone =
      code <= 1 && words.contains(/written|imported/) && !words.contains("nothing was ")
      && !words.contains("0 assignments added, 0 taken away")
    acts.withLock { $0.append(Act(person: person, words: words, code: code, isDone: isDone)) }
  }

  private func importing(_ person: String, _ shell: Int, _ day: String) throws {
    let table = "\(folder.around)/table-\(shell).csv"
    _ = try say(["export", folder.path, "--table", table, "--day", day])
    var lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
    guard lines.count > 3 else { return }
    // Not the last: a file without its last row was cut off.
    lines.remove(at: 1)
    try (lines.joined(separator: "\n") + "\n").write(toFile: table, atomically: true, encoding: .utf8)
    try act(person, ["import", folder.path, table, "--as", person])
  }

  private func look() throws {
    let done = acts.withLock { $0.count(where: \.isDone) }
    let words = try ProbeRun("JournalProbe", ["reads", folder.path]).end().words
    looks.withLock { $0.append(Look(acts: done, words: words)) }
  }

  private func say(_ arguments: [String]) throws -> (words: String, code: Int32) {
    try ProbeRun(script: "exec \"$@\" 2>&1", [patrol] + arguments).end()
  }

  /// Holds what the programs said against the log, the tables and the readers.
  func check(from base: RosterRows) throws {
    #expect(problems.withLock { $0 }.isEmpty)
    let acts = acts.withLock { $0 }
    for act in acts where act.words.contains("edited by another program") || act.code > 1 {
      Issue.record("\(act.person): exit \(act.code): \(act.words)")
    }
    let journal = try SQLiteJournal(reading: JournalFolder(of: folder.path).journal)
    defer { #expect(throws: Never.self) { try journal.close() } }
    #expect(try journal.openConflicts().isEmpty)
    #expect(try journal.tail().outside == 0, "tables were taken for edited outside")

    var rows = base
    // What a reader may see after each number of entries.
    var prints = [rows.print]
    var persons: [String] = []
    for entry in try journal.entries(matching: EntryFilter()) {
      let isWhole = rows.apply(entry.draft.changes.lines)
      #expect(isWhole, "entry \(entry.position.number) takes away what is not there")
      prints.append(rows.print)
      persons.append(entry.author.person)
      #expect(Race.twice(in: rows).isEmpty, "entry \(entry.position.number) posts a unit twice")
    }
    for act in acts where act.isDone != persons.contains(act.person) {
      Issue.record("\(act.person) is \(act.isDone ? "not " : "")in the log: exit \(act.code): \(act.words)")
    }
    #expect(persons.count == Set(persons).count)
    let now = try EditedRoster.rows(at: folder.path)
    #expect(now == rows, "\(now.difference(from: rows))")
    for look in looks.withLock({ $0 }) {
      let print = look.words.split(separator: "\n").last?.split(separator: " ").last.map(String.init) ?? ""
      let isCurrent = prints[look.acts...].contains(print)
      #expect(isCurrent, "after \(look.acts) acts a reader saw an older roster: \(look.words)")
    }
  }

  /// The figures.
  var summary: String {
    let acts = acts.withLock { $0 }
    let done = acts.count(where: \.isDone)
    let readers = looks.withLock { $0.count }
    return "\(done) acts recorded, \(acts.count - done) refused or without effect, \(readers) readers"
  }
}
