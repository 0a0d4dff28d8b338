import FaultTesting
import Foundation
import Testing

/// What is missing of a roster may be what the answer is about: who answers from such a folder must not look sure.
@Suite("Rosters whose journal cannot be read")
struct BrokenJournalTests {
  /// Something in the journal's place.
  struct Kind: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What of it is told.
    var words: String
    /// The file that is blamed.
    var file = ".patrol/journal.sqlite"
    /// Whether only another user than the one who made it cannot read it.
    var isOfRights = false
    /// What a verb that edits ends with: a damaged journal is put aside by it.
    var edits: Int32 = 0
    var make: @Sendable (_ roster: URL) throws -> Void
  }

  static let kinds: [Kind] = [
    Kind(testDescription: "noise", words: "is damaged") { roster in
      try Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }).write(to: journal(roster))
    },
    Kind(testDescription: "cut off", words: "is damaged") { roster in
      try Data(contentsOf: journal(roster)).prefix(5000).write(to: journal(roster))
    },
    Kind(testDescription: "emptied", words: "is damaged") { try Data().write(to: journal($0)) },
    Kind(testDescription: "of a newer version", words: "is of a newer version", edits: 2) { roster in
      // The format is the `user_version` of SQLite's header.
      var bytes = try Data(contentsOf: journal(roster))
      bytes[63] = 99
      try bytes.write(to: journal(roster))
    },
    Kind(testDescription: "noise, and no tail file", words: "is damaged", edits: 2) { roster in
      try Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }).write(to: journal(roster))
      try FileManager.default.removeItem(at: tail(roster))
    },
    Kind(testDescription: "emptied, and the tail file as well", words: "is damaged", edits: 2) { roster in
      for file in [journal(roster), tail(roster)] { try Data().write(to: file) }
    },
    Kind(testDescription: "gone, and the tail file noise", words: "is damaged", file: ".patrol-tail", edits: 2) {
      roster in
      try FileManager.default.removeItem(at: roster.appending(path: ".patrol"))
      try Data("noise".utf8).write(to: tail(roster))
    },
    Kind(testDescription: "a folder", words: "it is not a file") { roster in
      try FileManager.default.removeItem(at: journal(roster))
      try FileManager.default.createDirectory(at: journal(roster), withIntermediateDirectories: false)
    },
    Kind(testDescription: "a link to a journal", words: "it is not a file") { roster in
      let away = roster.deletingLastPathComponent().appending(path: "away.sqlite")
      try FileManager.default.moveItem(at: journal(roster), to: away)
      try FileManager.default.createSymbolicLink(at: journal(roster), withDestinationURL: away)
    },
    Kind(testDescription: "a link that leads nowhere", words: "it is not a file") { roster in
      try FileManager.default.removeItem(at: journal(roster))
      try FileManager.default.createSymbolicLink(atPath: journal(roster).path, withDestinationPath: "nowhere")
    },
    Kind(testDescription: "its folder a link", words: "is not a folder", file: ".patrol", edits: 2) { roster in
      let away = roster.deletingLastPathComponent().appending(path: "away")
      try FileManager.default.moveItem(at: roster.appending(path: ".patrol"), to: away)
      try FileManager.default.createSymbolicLink(at: roster.appending(path: ".patrol"), withDestinationURL: away)
    },
    Kind(testDescription: "its folder a file", words: "is not a folder", file: ".patrol", edits: 2) { roster in
      try FileManager.default.removeItem(at: roster.appending(path: ".patrol"))
      try Data("mine".utf8).write(to: roster.appending(path: ".patrol"))
    },
    Kind(testDescription: "its folder without rights", words: "Permission denied", isOfRights: true, edits: 5) {
      try FileManager.default.setAttributes(
        [.posixPermissions: geteuid() == 0 ? 0o700 : 0], ofItemAtPath: $0.appending(path: ".patrol").path)
    },
    Kind(testDescription: "without rights", words: "Permission denied", isOfRights: true, edits: 5) {
      try FileManager.default.setAttributes(
        [.posixPermissions: geteuid() == 0 ? 0o600 : 0], ofItemAtPath: journal($0).path)
    },
  ]

  private static func journal(_ roster: URL) -> URL { roster.appending(path: ".patrol/journal.sqlite") }

  private static func tail(_ roster: URL) -> URL { roster.appending(path: ".patrol-tail") }

  /// Every verb that answers from a roster, with what it takes after the folder, and whether it answers in JSON.
  static let verbs = [
    "validate --fail-on never", "validate --select COV004", "gaps", "why --cell b1/2026-12-06/A",
    "who --cell b1/2026-12-06/A", "diff OTHER", "plan --dry-run --iterations 200",
    "plan --iterations 200 --output MADE", "export --table MADE", "export --sheets MADE", "export --calendar MADE",
    "export --report MADE", "export --xlsx MADE", "log", "edit --print --now 2026-12-05T09:00",
    "import SHEETS --dry-run",
    "assign --unit u2 --beat b1 --day 2026-12-07 --shift A --dry-run", "unassign --unit v1 --day 2026-12-05 --dry-run",
    "lock --unit u1 --day 2026-12-05 --dry-run", "unlock --unit u1 --day 2026-12-05 --dry-run",
    "absent --unit u2 --day 2026-12-07 --reason sick --dry-run", "publish --day 2026-12-05 --dry-run",
  ]

  /// A roster with a journal, a copy of it beside it, and sheets of both; what is asked for there.
  struct Place {
    let edit: EditFixture
    let made: String
    private let kind: Kind

    init(_ kind: Kind) throws {
      self.kind = kind
      edit = try EditFixture()
      made = edit.folder.path + "made"
      #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift A --as Aziz").status == 0)
      #expect(try edit.run("export --sheets \(edit.folder.path)/sheets --day 2026-12-05").status == 0)
      try FileManager.default.copyItem(atPath: edit.roster, toPath: edit.folder.path + "other")
      if kind.isOfRights {
        // Whoever has no right to the journal may still write to the folder.
        for path in [edit.folder.path, edit.roster] {
          try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
        }
      }
      try kind.make(URL(filePath: edit.roster))
    }

    func run(_ words: String) throws -> Program.Outcome {
      let words = words.split(separator: " ").map(String.init).map { word in
        ["OTHER": edit.folder.path + "other", "MADE": made, "SHEETS": edit.folder.path + "sheets"][word] ?? word
      }
      let arguments =
        ["new", "explain", "journal"].contains(words[0])
        ? words.map { $0 == "ROSTER" ? edit.roster : $0 } : [words[0], edit.roster] + words.dropFirst()
      return try kind.isOfRights ? Program.runWithoutRights(arguments) : Program.run(arguments)
    }
  }

  private static func isAllowed(_ kind: Kind) -> Bool { !kind.isOfRights || OtherUser.isAllowed }

  @Test("every verb that answers says so, in its JSON too, and ends with 2", arguments: kinds.filter(isAllowed))
  func answers(kind: Kind) throws {
    let place = try Place(kind)
    let before = try place.edit.tables()
    for words in Self.verbs + ["explain COV001 --roster ROSTER"] {
      let text = try place.run(words)
      #expect(text.status == 2, "\(words): \(text.status) \(text.errors)")
      let said = words.hasPrefix("validate") ? text.output : text.errors
      #expect(said.contains("\(kind.file): error: FMT010 unread-journal: "), "\(words): \(said)")
      #expect((text.output + text.errors).contains(kind.words), "\(words): \(text.output)\(text.errors)")
      guard !words.hasPrefix("edit") else { continue }
      let json = try place.run(words + " --format json")
      #expect(json.status == 2, "\(words)")
      let answer = try place.edit.json(json)
      if words.hasPrefix("validate") {
        #expect((answer["summary"] as? [String: Any])?["verdict"] as? String == "incomplete")
      } else {
        let missing = try #require(answer["incomplete"] as? [String], "\(words): \(json.output)")
        #expect(missing.contains { $0.contains(kind.words) }, "\(missing)")
      }
      if words.hasPrefix("export") {
        #expect(!FileManager.default.fileExists(atPath: place.made), "\(words)")
        #expect(text.errors.contains("nothing was exported") && (answer["exported"] as? [Any])?.isEmpty == true)
      }
      try? FileManager.default.removeItem(atPath: place.made)
    }
    // These are about the journal itself, so without it there is no answer.
    for words in ["log --verify", "log --seal", "journal check ROSTER"] {
      let outcome = try place.run(words)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(words): \(outcome.status) \(outcome.output)")
      #expect(
        outcome.errors.contains(kind.words) || outcome.errors.contains("cannot be read"), "\(words): \(outcome.errors)")
    }
    let next = try place.run("new \(place.made) --after ROSTER")
    #expect(next.status == 2 && next.errors.contains("could not be read whole"), "\(next.errors)")
    let answer = try place.edit.json(place.run("new \(place.made) --after ROSTER --format json"))
    #expect(answer["is_applied"] as? Bool == false && answer["incomplete"] != nil)
    #expect(!FileManager.default.fileExists(atPath: place.made))
    #expect(try place.edit.tables() == before)
  }

  @Test(
    "a verb that edits is refused, with 2 where nobody can read it and 5 where the system is in the way",
    arguments: kinds.filter { $0.edits != 0 && isAllowed($0) })
  func edits(kind: Kind) throws {
    let place = try Place(kind)
    let before = try place.edit.tables()
    // Whoever only reads first ends with 2 for that.
    let reading = kind.edits == 2 ? ["new \(place.made) --after ROSTER", "import SHEETS"] : []
    for words in reading + [
      "assign --unit u2 --beat b1 --day 2026-12-07 --shift A", "absent --unit u2 --day 2026-12-07 --reason sick",
      "assign --unit u2 --beat b1 --day 2026-12-07 --shift A --force --reason storm", "undo --as Aziz",
      "redo --as Aziz",
      "publish --day 2026-12-05", "plan --iterations 200",
      "lock --unit u1 --day 2026-12-05 --id k", "plan --iterations 200 --id k", "undo --as Aziz --id k",
    ] {
      for format in ["", " --format json"] {
        let outcome = try place.run(words + format)
        #expect(outcome.status == kind.edits, "\(words): \(outcome.errors)")
        #expect((outcome.output + outcome.errors).contains(kind.words), "\(words): \(outcome.errors)")
        let lines = (outcome.errors + outcome.output).split(separator: "\n").filter { $0.contains(kind.words) }
        #expect(format != "" || lines.count == 1, "\(words): told \(lines.count) times: \(outcome.errors)")
        if kind.edits == 5 {
          #expect(outcome.output.isEmpty)
        } else if format != "" {
          let answer = try place.edit.json(outcome)
          // There is nothing to import, so nothing is left undone.
          #expect(answer["is_applied"] as? Bool == words.hasPrefix("import"), "\(words)")
          #expect((answer["incomplete"] as? [String])?.contains { $0.contains(kind.words) } == true, "\(words)")
        }
      }
    }
    #expect(try place.edit.tables() == before)
  }

  @Test(
    "a damaged journal is put aside by whoever edits, and the next answer is whole",
    arguments: kinds.filter { $0.edits == 0 })
  func setAside(kind: Kind) throws {
    let place = try Place(kind)
    let edited = try place.run("lock --unit u2 --day 2026-12-06")
    #expect(edited.status == 0 && edited.errors.contains(".patrol/journal.damaged-1.sqlite"), "\(edited.errors)")
    #expect(try place.run("gaps").status < 2)
    #expect(try place.edit.rows("assignments.csv").last == "2026-12-06,A,b1,u2,locked,")
  }

  @Test(
    "where the tail file is damaged too nothing is put aside or edited until it is repaired",
    arguments: kinds.filter { $0.edits == 2 && $0.testDescription.contains("tail file") })
  func repaired(kind: Kind) throws {
    let place = try Place(kind)
    let before = try place.edit.contents()
    for words in ["lock --unit u2 --day 2026-12-06", "lock --unit u2 --day 2026-12-06 --force --reason storm"] {
      let refused = try place.run(words)
      #expect(refused.status == 2 && refused.errors.contains("`patrol journal repair`"), "\(refused.errors)")
    }
    #expect(try place.edit.contents() == before)
    #expect(try place.run("journal repair ROSTER --dry-run").status == 0)
    #expect(try place.edit.contents() == before)
    #expect(try place.run("journal repair ROSTER").status == 0)
    #expect(try place.run("journal check ROSTER").status == 0)
    let edited = try place.run("lock --unit u2 --day 2026-12-06")
    #expect(edited.status == 0 && !edited.errors.contains("warning"), "\(edited.errors)")
    #expect(try place.edit.rows("assignments.csv").last == "2026-12-06,A,b1,u2,locked,")
  }

  @Test("2 wins over 1, and no format of validate passes")
  func formats() throws {
    let place = try Place(Self.kinds[0])
    for format in ["text", "json", "sarif", "junit", "github", "csv"] {
      let outcome = try place.run("validate --select COV --fail-on never --format \(format)")
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("FMT010") && outcome.output.contains("unread-journal"), "\(format)")
    }
    #expect(try place.run("validate --format sarif").output.contains("\"executionSuccessful\" : false"))
    #expect(try place.run("validate --format junit").output.contains("<error type=\"FMT010\""))
    #expect(try place.run("validate --format github").output.contains("::error file="))
    // What cannot be read is in no baseline.
    _ = try place.run("validate --write-baseline \(place.made)")
    #expect(try place.run("validate --baseline \(place.made)").status == 2)
    #expect(try place.run("validate").errors.contains("not everything could be read"))
  }
}
