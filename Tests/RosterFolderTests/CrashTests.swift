import FaultTesting
import Foundation
import RosterFolder
import RosterModel
import Testing

@Suite("Saving that is cut short")
struct CrashTests {
  @Test("a program killed in the middle of saving leaves two tables both old or both new", .timeLimit(.minutes(2)))
  func killed() throws {
    let folder = try TemporaryRoster()
    var random = SeededGenerator(seed: 11)
    for _ in 0..<12 {
      let probe = try ProbeRun("FolderProbe", ["loop", folder.path])
      #expect(probe.words() == "saving\n")
      usleep(.random(in: 0...20_000, using: &random))
      _ = probe.kill()
      let snapshot = try folder.read()
      #expect(snapshot.places == [])
      let roster = try snapshot.requireRoster()
      let day = roster.assignments[0].day
      #expect(roster.assignments.count == 3)
      #expect(roster.assignments.allSatisfy { $0.day == day })
      #expect(roster.absences.map(\.days) == [.day(day)])
    }
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    roster.requests.removeAll()
    try FolderWriter.save(roster, over: snapshot)
    #expect(Set(try folder.contents().keys) == Set(SampleFiles.all.keys))
    #expect(try folder.read().requireRoster().absences == roster.absences)
  }

  @Test("a save that was committed and not finished is read as done, and the next save finishes it")
  func committed() throws {
    let folder = try TemporaryRoster([
      ".patrol-new-absences.csv": "unit,days,shift,reason\nu1,daily,,sick\n",
      ".patrol-commit": "assignments.csv\nabsences.csv",
    ])
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    #expect(roster.absences.map(\.reason) == [.sick])
    #expect(roster.assignments.count == 3)
    roster.requests.removeAll()
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("absences.csv").hasSuffix("u1,daily,,sick\n"))
    #expect(Set(try folder.contents().keys) == Set(SampleFiles.all.keys))
  }

  @Test("new files of a save that was not committed are ignored, and the next save takes them away")
  func notCommitted() throws {
    let folder = try TemporaryRoster([".patrol-new-absences.csv": "unit,da"])
    let snapshot = try folder.read()
    #expect(snapshot.places == [])
    var roster = try snapshot.requireRoster()
    #expect(roster.absences.map(\.reason) == [.leave])
    roster.requests.removeAll()
    try FolderWriter.save(roster, over: snapshot)
    #expect(Set(try folder.contents().keys) == Set(SampleFiles.all.keys))
  }

  @Test("a disk that is full leaves the folder as it was and says so")
  func fullDisk() throws {
    let folder = try TemporaryRoster()
    let before = try folder.contents()
    let (words, code) = try ProbeRun("FolderProbe", ["limited", folder.path, "10000"]).end()
    #expect(code == 4)
    #expect(words.hasPrefix("cannot write"))
    #expect(words.contains("File too large"))
    #expect(words.contains("the folder is as it was"))
    #expect(try folder.contents() == before)
  }

  @Test("a folder that may not be written is left as it was", .enabled(if: geteuid() != 0, "root may write anywhere"))
  func readOnly() throws {
    let folder = try TemporaryRoster()
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    roster.absences.removeAll()
    chmod(folder.path, 0o555)
    let before = try folder.contents()
    let error = #expect(throws: SaveError.self) { try FolderWriter.save(roster, over: snapshot) }
    #expect(try #require(error).description.contains("Permission denied"))
    #expect(try folder.contents() == before)
  }
}
