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
    #expect(count > 100)
    FaultReport.say("power cut in saving: \(recording.operations.count) operations, \(count) states opened")
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

  private static func record(_ folder: FaultRoster) throws -> Recording {
    try Recording(of: folder.path) { watch in
      let (words, code) = try ProbeRun("FolderProbe", ["turns", folder.path, "5"], watch: watch).end()
      try #require(code == 0, "\(words)")
    }
  }
}
