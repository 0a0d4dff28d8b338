import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

@Suite("A journal that is not as it was left")
struct JournalDamageTests {
  @Test("bytes changed anywhere are told and the tables shown, or do no harm", arguments: ["closed", "open"])
  func flipped(left: String) throws {
    let roster = try EditedFolder(isClosed: left == "closed")
    var random = SeededGenerator(seed: 20)
    var told = 0
    let tries = FaultScale.of(30, long: 300, full: 3_000)
    for number in 0..<tries {
      var state = roster.state
      let file = number % 3 == 0 && !roster.isClosed ? EditedFolder.log : EditedFolder.journal
      var bytes = try #require(state.files[file]).bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[.random(in: bytes.indices, using: &random)] ^= .random(in: 1...255, using: &random)
      }
      state.files[file]?.bytes = bytes
      let isLog = file == EditedFolder.log
      told += try roster.check(state, endsSooner: isLog, "\(file), try \(number)") ? 1 : 0
    }
    FaultReport.say("\(left) journal with bytes changed: \(told) of \(tries) told, the others without harm")
  }

  @Test("a journal cut off, emptied or replaced by something else is told and the tables shown, or does no harm")
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
