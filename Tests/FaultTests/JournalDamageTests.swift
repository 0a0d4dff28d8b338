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
