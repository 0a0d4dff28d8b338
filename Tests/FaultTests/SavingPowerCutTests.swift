import FaultTesting
import Foundation
import Testing

@Suite("A power cut while tables are saved")
struct SavingPowerCutTests {
  @Test(
    "whatever was not yet sure is lost, two tables are both old or both new, and what was said to be saved is there")
  func tables() throws {
    let folder = try FaultRoster()
    let recording = try Self.record(folder)
    var count = 0
    try recording.afterEachPowerCut(seeds: FaultScale.of(4, long: 20, full: 100)) { state, marks, place in
      count += 1
      let fault = try SavedTurns.fault(of: state, in: folder, saved: marks.count)
      #expect(fault == nil, "\(place)")
    }
    #expect(count > 50)
    FaultReport.say("power cut in saving: \(recording.operations.count) operations, \(count) states opened")
  }

  @Test("a second power cut, while the next save tidies up after the first, does no more harm than the first")
  func twice() throws {
    let folder = try FaultRoster()
    var (count, states) = (0, 0)
    let every = FaultScale.of(30, long: 5, full: 1)
    try Self.record(folder).afterEachPowerCut(seeds: 4) { state, _, place in
      count += 1
      guard count % every == 0 else { return }
      try folder.replace(with: state)
      let before = try SavedTurns.turn(at: folder.path)
      let next = try Self.record(folder, turns: 1)
      try next.afterEachPowerCut(seeds: 2) { state, marks, later in
        states += 1
        try folder.replace(with: state)
        let after = try SavedTurns.turn(at: folder.path)
        #expect(after == 1 || (marks.isEmpty && after == before), "\(place), then \(later)")
      }
    }
    FaultReport.say("second power cut in saving: \(count / every) first ones, \(states) states opened")
  }

  @Test("a saving that does not wait for the disk would be found out")
  func withoutSyncs() throws {
    let folder = try FaultRoster()
    let recording = try Self.record(folder).without(\.isSync)
    var faults = 0
    try recording.afterEachPowerCut(seeds: 2) { state, marks, place in
      if try SavedTurns.fault(of: state, in: folder, saved: marks.count) != nil { faults += 1 }
    }
    #expect(faults > 0)
  }

  private static func record(_ folder: FaultRoster, turns: Int = 5) throws -> Recording {
    try Recording(of: folder.path) { watch in
      let (words, code) = try ProbeRun("FolderProbe", ["turns", folder.path, "\(turns)"], watch: watch).end()
      try #require(code == 0, "\(words)")
    }
  }
}
