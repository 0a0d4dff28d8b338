import FaultTesting
import Foundation
import RosterFolder
import Testing

@Suite("A power cut while a whole roster is written")
struct CopyPowerCutTests {
  @Test("the copy is not there, or the one before, or the new one; what was said to be written is there")
  func copies() throws {
    let folder = try FaultRoster()
    let copy = folder.around + "/copy"
    let recording = try Recording(of: folder.around) { watch in
      let (words, code) = try ProbeRun("FolderProbe", ["copies", folder.path, "3", copy], watch: watch).end()
      try #require(code == 0, "\(words)")
    }
    var count = 0
    try recording.afterEachPowerCut(seeds: FaultScale.of(3, long: 20, full: 100)) { state, marks, place in
      count += 1
      try folder.replaceAround(with: state)
      do {
        let fault = try SavedTurns.fault(at: copy, saved: marks.count)
        #expect(fault == nil, "\(place)")
      } catch FolderError.notThere {
        #expect(marks.isEmpty, "\(place)")
      }
      // Whatever was left there is no hindrance to the next.
      if count % 7 == 0 {
        let (words, code) = try ProbeRun("FolderProbe", ["copies", folder.path, "1", copy]).end()
        #expect(code == 0, "\(place): \(words)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.around).sorted() == ["copy", "roster"])
      }
    }
    FaultReport.say("power cut in copying: \(recording.operations.count) operations, \(count) states opened")
  }
}
