import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

@Suite("A roster edited where something is in the way")
struct JournalPlaceTests {
  @Test(
    "an act after the folder was removed or replaced is refused and says so; the folder in its place is not touched",
    arguments: [false, true])
  func removed(isReplaced: Bool) throws {
    let folder = try FaultRoster()
    let start = try DiskState(of: folder.path)
    let session = try RosterSession(at: folder.path, SessionOptions(person: "one", isDesk: true))
    var acts = RandomActs(seed: 1)
    _ = try session.commitNext(&acts)
    let edited = RosterRows(session.roster)
    try FileManager.default.moveItem(atPath: folder.path, toPath: folder.around + "/away")
    if isReplaced { try start.write(to: folder.path) }
    let refusal = #expect(throws: EditRefusal.self) { try session.commitNext(&acts) }
    guard case .notWritten(let why, _) = refusal else {
      Issue.record("refused as \(String(describing: refusal))")
      return
    }
    #expect(why.contains("no longer where it was"))
    #expect(try EditedRoster.rows(at: folder.around + "/away") == edited)
    if isReplaced { #expect(try DiskState(of: folder.path) == start) }
  }

  @Test("a clock that is set back changes the time of an act, and not the order of acts")
  func clock() throws {
    let folder = try FaultRoster()
    var acts = RandomActs(seed: 2)
    var options = SessionOptions(person: "one", isDesk: true)
    var rows: [RosterRows] = []
    for time: Int64 in [1_900_000_000_000, 1_000_000_000_000, -5, 1_800_000_000_000] {
      options.clock = { time }
      let session = try RosterSession(at: folder.path, options)
      #expect(try session.commitNext(&acts).at == time)
      rows.append(RosterRows(session.roster))
      try session.close()
      #expect(try EditedRoster.rows(at: folder.path) == rows.last)
    }
    let journal = try SQLiteJournal(reading: JournalFolder(of: folder.path).journal)
    let times = try journal.entries(matching: EntryFilter()).map(\.at)
    #expect(times == [1_900_000_000_000, 1_000_000_000_000, -5, 1_800_000_000_000])
  }

  @Test("on a network file system a roster is shown and not edited, and nothing is written to it")
  func network() throws {
    let folder = try FaultRoster()
    let before = try DiskState(of: folder.path)
    var options = SessionOptions(person: "one", isDesk: true)
    options.networkFileSystem = { _ in NetworkFileSystem(magic: 0x6969) }
    let session = try RosterSession(at: folder.path, options)
    #expect("\(session.access)".contains("network file system (NFS)"))
    var acts = RandomActs(seed: 3)
    #expect(throws: EditRefusal.self) { try session.commitNext(&acts) }
    try session.close()
    #expect(try DiskState(of: folder.path) == before)
  }

  @Test("without room for a lock a roster is not edited and it is said why")
  func locks() throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    var watch = FileWatch(folder.path)
    watch.refusesLocks = true
    let (words, code) = try ProbeRun("JournalProbe", ["acts", folder.path, "one", "2", "1", "0"], watch: watch).end()
    #expect(code == 3 || code == 4, "\(words)")
    #expect(words.contains("lock"), "\(words)")
    #expect(try EditedRoster.rows(at: folder.path) == base)
  }

  @Test(
    "acts that a full disk has no room for are refused, those before are there, and it goes on when there is room",
    .enabled(if: SmallDisk.isAllowed, "needs the right to mount"), arguments: [64, 200, 260])
  func full(room: Int) throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    let left = folder.around + ".left"
    defer { try? FileManager.default.removeItem(atPath: left) }
    let arguments = ["acts", folder.path, "one", "150", "4", "20"]
    let (text, code) = try SmallDisk.run(
      "JournalProbe", arguments, in: folder.around, size: 4096, room: room, left: left)
    let words = ProbeWords(text)
    let isTold =
      words.failed.contains { $0.contains("full") } || words.others.contains { $0.contains("full") }
      || text.contains("No space left")
    #expect(isTold, "\(text)")
    #expect(code == 0 || code == 3 || code == 4, "\(text)")
    let fault = try EditedRoster.fault(at: left + "/roster", base, words)
    #expect(fault == nil, "\(text)")
    FaultReport.say("full disk, \(room) KiB: \(words.done.count) recorded, \(words.failed.count) refused, code \(code)")
  }
}
