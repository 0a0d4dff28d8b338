import Foundation
import GRDB
import Testing

/// A roster of three shifts, a volunteer and an escort rule, to edit from a script.
struct EditFixture {
  let folder: TemporaryFolder
  let roster: String

  init(_ change: (SmallRoster) -> SmallRoster = { $0 }) throws {
    folder = try TemporaryFolder()
    roster = try change(Self.small).write(to: folder)
  }

  static let small: SmallRoster = {
    var roster = SmallRoster()
    roster.files["roster.toml"] = """
      # Kept.
      format = 1
      title = "Small" # as it is called
      time_zone = "Asia/Tashkent"
      first_day = 2026-12-05 # a Saturday
      days = 4
      [[shift]]
      id = "A"
      name = "Day"
      start = "08:00"
      hours = 12
      [[shift]]
      id = "B"
      name = "Night"
      start = "20:00"
      hours = 12
      night = true
      [regime.any]
      shifts = ["A", "B"]
      rest_hours = 12
      [[escort]]
      force = "volunteer"
      by = ["police"]
      at_most = 1
      [rules.departments-outside-4-9]
      severity = "off"
      [rules.evening-night-share-too-low]
      severity = "off"

      """
    return roster.appending("v1,Yordam,volunteer,n1,district,any,2,foot,,\n", to: "units.csv")
      .appending("b2,s1,Station,post,,,\n", to: "beats.csv")
      .replacing("u1,,", by: "u1,,\n2026-12-05,A,b1,v1,,", in: "assignments.csv")
  }()

  /// Runs a verb on the roster.
  func run(_ words: String, environment: [String: String] = [:]) throws -> Program.Outcome {
    let arguments = words.split(separator: " ").map(String.init)
    return try Program.run([arguments[0], roster] + arguments.dropFirst(), environment: environment)
  }

  /// The text of a table.
  func text(_ file: String) throws -> String {
    try String(contentsOf: URL(filePath: roster).appending(path: file), encoding: .utf8)
  }

  /// The rows of a table without its header.
  func rows(_ file: String) throws -> [String] {
    try text(file).split(separator: "\n").dropFirst().map(String.init)
  }

  /// Runs a statement in the journal's file, as whoever has a tool for SQLite might.
  func inJournal(_ statement: String) throws {
    let queue = try DatabaseQueue(path: roster + "/.patrol/journal.sqlite")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: statement)
    }
    try queue.close()
  }

  /// Everything in the roster folder.
  func contents() throws -> [String: Data] { try folder.contents(of: roster) }

  /// The files of the roster, without its journal.
  func tables() throws -> [String: Data] { try folder.tables(of: roster) }

  /// The answer of a verb as an object.
  func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }
}
