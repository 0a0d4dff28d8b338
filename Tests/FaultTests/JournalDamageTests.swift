import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

@Suite("A journal that is not as it was left")
struct JournalDamageTests {
  @Test("bytes changed anywhere lose no recorded act", arguments: ["closed", "open"])
  func flipped(left: String) throws {
    let roster = try EditedFolder(isClosed: left == "closed")
    var random = SeededGenerator(seed: 20)
    var told = 0
    let tries = FaultScale.of(30, long: 300, full: 3_000)
    for number in 0..<tries {
      var state = roster.state
      let file = roster.isClosed ? EditedFolder.journal : [EditedFolder.log, EditedFolder.journal][number % 2]
      var bytes = try #require(state.files[file]).bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[.random(in: bytes.indices, using: &random)] ^= .random(in: 1...255, using: &random)
      }
      state.files[file]?.bytes = bytes
      told += try roster.check(state, "\(file), try \(number)") ? 1 : 0
    }
    FaultReport.say("\(left) journal with bytes changed: \(told) of \(tries) told, no act lost")
  }

  @Test("a write-ahead log cut off, emptied, overwritten in part or removed loses no recorded act, and is told")
  func log() throws {
    let roster = try EditedFolder(isClosed: false)
    let whole = try #require(roster.state.files[EditedFolder.log]).bytes
    var random = SeededGenerator(seed: 21)
    var told = 0
    let tries = FaultScale.of(24, long: 240, full: 2_400)
    for number in 0..<tries {
      var state = roster.state
      switch number % 4 {
      case 0: state.files[EditedFolder.log]?.bytes = Array(whole.prefix(.random(in: whole.indices, using: &random)))
      case 1:
        let start = Int.random(in: 0..<whole.count / 4096, using: &random) * 4096
        state.files[EditedFolder.log]?.bytes.replaceSubrange(
          start..<start + 4096, with: [UInt8](repeating: 0, count: 4096))
      case 2:
        let end = Int.random(in: whole.indices, using: &random)
        let noise = (0..<min(512, whole.count - end)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        state.files[EditedFolder.log]?.bytes.replaceSubrange(end..<end + noise.count, with: noise)
      default:
        state.files[EditedFolder.log] = nil
        // Without the log its index is of nothing.
        if number % 8 == 3 { state.files[EditedFolder.log.replacing("wal", with: "shm")] = nil }
      }
      let isTold = try roster.check(state, "the log, try \(number)")
      #expect(isTold || number % 4 != 3, "a missing log was not told")
      told += isTold ? 1 : 0
    }
    FaultReport.say("log cut off, overwritten or removed: \(told) of \(tries) told, no act lost")
  }

  @Test("all that the program keeps beside the tables removed after a crash, but for the tail file, loses no act")
  func removed() throws {
    let roster = try EditedFolder(isClosed: false)
    var state = roster.state
    state.files = state.files.filter { !$0.key.hasPrefix(".patrol/") }
    state.folders = [:]
    #expect(try roster.check(state, "without .patrol"))
  }

  @Test("a tail file cut off, changed or removed does no harm and is written anew")
  func tail() throws {
    let roster = try EditedFolder(isClosed: false)
    let whole = try #require(roster.state.files[EditedFolder.tail]).bytes
    var random = SeededGenerator(seed: 22)
    for number in 0..<FaultScale.of(20, long: 200, full: 2_000) {
      var state = roster.state
      switch number % 3 {
      case 0: state.files[EditedFolder.tail]?.bytes = Array(whole.prefix(.random(in: whole.indices, using: &random)))
      case 1:
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let place = Int.random(in: whole.indices, using: &random)
          state.files[EditedFolder.tail]?.bytes[place] ^= .random(in: 1...255, using: &random)
        }
      default: state.files[EditedFolder.tail] = nil
      }
      #expect(try !roster.check(state, "the tail file, try \(number)"))
    }
  }

  /// What else is damaged beside the tail file: the journal cannot give what that has lost.
  enum Other: String, CaseIterable {
    case journal = "noise"
    case log = "its log gone"
    case folder = "gone"

    func damage(_ state: inout DiskState) {
      switch self {
      case .journal: state.files[EditedFolder.journal]?.bytes = Array("noise".utf8)
      case .log: for end in ["-wal", "-shm"] { state.files[EditedFolder.journal + end] = nil }
      case .folder:
        state.files = state.files.filter { !$0.key.hasPrefix(".patrol/") }
        state.folders = [:]
      }
    }
  }

  @Test(
    "where an entry of the tail file is damaged and the journal has it no more, nothing is edited until it is repaired",
    arguments: Other.allCases)
  func both(other: Other) throws {
    let roster = try EditedFolder(isClosed: false)
    let whole = try #require(roster.state.files[EditedFolder.tail]).bytes
    let path = roster.folder.path
    let first = try #require(whole.firstIndex(of: UInt8(ascii: "\n"))) + 1
    var random = SeededGenerator(seed: 23)
    for number in 0..<FaultScale.of(4, long: 40, full: 400) {
      var state = roster.state
      let place = Int.random(in: first + 8..<whole.count - 1, using: &random)
      state.files[EditedFolder.tail]?.bytes =
        number % 2 == 0 ? Array(whole[..<place]) : whole[..<place] + [whole[place] ^ 1] + whole[(place + 1)...]
      // Cut off between two entries it is a tail file like any other.
      if number % 2 == 0, whole[place...].starts(with: Array("sealed\t".utf8)) { continue }
      other.damage(&state)
      try roster.folder.replace(with: state)
      guard case .unreadable(let error, tablesOf: _) = try RosterReading(at: path).journal else {
        Issue.record("try \(number): whoever reads is not told")
        continue
      }
      #expect("\(error)".contains("damaged"))
      let session = try RosterSession(at: path, SessionOptions(person: "next", isDesk: true))
      #expect("\(session.access)".contains("journal repair") && !session.wholeness.isWhole, "\(session.access)")
      try session.close()
      #expect(try DiskState(of: path).files[EditedFolder.tail] == state.files[EditedFolder.tail])
      let repair = JournalRepair(of: JournalFolder(of: path), SessionOptions(person: "next"))
      #expect(try !repair.run(isDryRun: false).steps.isEmpty)
      let again = try RosterSession(at: path, SessionOptions(person: "next", isDesk: true))
      #expect(again.access == .editing && again.notices.isEmpty, "\(again.notices)")
      var acts = RandomActs(seed: 6)
      try again.commitNext(&acts)
      try again.close()
    }
  }

  @Test("a journal cut off, emptied or replaced by something else loses no recorded act")
  func replaced() throws {
    let roster = try EditedFolder(isClosed: true)
    let whole = try #require(roster.state.files[EditedFolder.journal]).bytes
    var contents = [[], Array("no journal".utf8), [UInt8](repeating: 0, count: whole.count), whole + whole]
    for part in 1..<FaultScale.of(8, long: 64, full: 512) {
      contents.append(Array(whole.prefix(whole.count * part / FaultScale.of(8, long: 64, full: 512))))
    }
    for (number, bytes) in contents.enumerated() {
      var state = roster.state
      state.files[EditedFolder.journal]?.bytes = bytes
      _ = try roster.check(state, "content \(number) of \(bytes.count) bytes")
    }
  }

  @Test("a journal of a newer version is shown with its tables, and not touched")
  func newer() throws {
    let roster = try EditedFolder(isClosed: true)
    var state = roster.state
    // SQLite keeps `user_version` at byte 60 of its header, the highest byte first.
    state.files[EditedFolder.journal]?.bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try roster.folder.replace(with: state)
    let reading = try RosterReading(at: roster.folder.path)
    #expect(try RosterRows(#require(reading.roster)) == roster.rows)
    guard case .unreadable(.newer, tablesOf: 1...) = reading.journal else {
      Issue.record("told as \(reading.journal)")
      return
    }
    let session = try RosterSession(at: roster.folder.path, SessionOptions(person: "one", isDesk: true))
    #expect(RosterRows(session.roster) == roster.rows)
    #expect(session.access != .editing)
    #expect("\(session.access)".contains("newer version"))
    try session.close()
    #expect(try DiskState(of: roster.folder.path).files[EditedFolder.journal] == state.files[EditedFolder.journal])
  }
}
