import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

@Suite("A power cut while a roster is edited")
struct JournalPowerCutTests {
  @Test("every act that was said to be recorded is there, the last one or not, and nothing is torn")
  func editing() throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    let recording = try EditedRoster.record(folder, acts: 12, every: 5, seed: 1)
    var states = 0
    try recording.afterEachPowerCut(seeds: FaultScale.of(1, long: 8, full: 30)) { state, marks, place in
      states += 1
      guard states % FaultScale.of(4, long: 1, full: 1) == 0 else { return }
      try folder.replace(with: state)
      let words = ProbeWords(marks.joined())
      let fault = try EditedRoster.fault(at: folder.path, base, words)
      #expect(fault == nil, "\(place)")
      // Some are opened for editing too: that mends what there is to mend.
      guard states % FaultScale.of(20, long: 5, full: 5) == 0 else { return }
      let after = try EditedRoster.faultOfEditing(at: folder.path, base, words)
      #expect(after == nil, "\(place)")
    }
    #expect(states > 100)
    FaultReport.say("power cut in editing: \(recording.operations.count) operations, \(states) states opened")
  }

  @Test("a second power cut, while the next desk opens and closes, does no more harm than the first")
  func twice() throws {
    let folder = try FaultRoster()
    var (count, states) = (0, 0)
    let every = FaultScale.of(400, long: 60, full: 20)
    try EditedRoster.record(folder, acts: 6, every: 3, seed: 2).afterEachPowerCut(seeds: 2) { state, marks, place in
      count += 1
      guard count % every == 0 else { return }
      try folder.replace(with: state)
      let before = try EditedRoster.rows(at: folder.path)
      let next = try EditedRoster.record(folder, acts: 2, every: 1, seed: 3)
      try next.afterEachPowerCut(seeds: 1) { state, marks, later in
        states += 1
        try folder.replace(with: state)
        let fault = try EditedRoster.fault(at: folder.path, before, ProbeWords(marks.joined()))
        #expect(fault == nil, "\(place), then \(later)")
      }
    }
    FaultReport.say("second power cut in editing: \(count / every) first ones, \(states) states opened")
  }

  @Test("a program killed, another that opens the roster after it, then a power cut: what both had recorded is there")
  func afterKill() throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    let start = try DiskState(of: folder.path)
    var (step, isKilled, states) = (0, true, 0)
    while isKilled {
      step += FaultScale.of(31, long: 5, full: 3)
      try folder.replace(with: start)
      let recording = try Recording(of: folder.path) { watch in
        var killing = watch
        killing.killAt = step
        isKilled =
          try ProbeRun("JournalProbe", ["acts", folder.path, "one", "4", "5", "2"], watch: killing).end().code != 0
        let (words, code) = try ProbeRun("JournalProbe", ["acts", folder.path, "two", "2", "6", "1"], watch: watch)
          .end()
        #expect(code == 0, "\(words)")
      }
      var cuts = 0
      try recording.afterEachPowerCut(seeds: 0) { state, marks, place in
        cuts += 1
        guard cuts % FaultScale.of(12, long: 6, full: 2) == 0 else { return }
        states += 1
        try folder.replace(with: state)
        let lives = ProbeWords.lives(marks.joined())
        let fault = try EditedRoster.fault(at: folder.path, base, lives)
        #expect(fault == nil, "killed at step \(step), then at \(place)")
      }
    }
    FaultReport.say("power cut after a kill at one of \(step) steps: \(states) states opened")
  }

  @Test("a journal that does not wait for the disk would be found out")
  func withoutSyncs() throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    let recording = try EditedRoster.record(folder, acts: 4, every: 0, seed: 4).without(\.isSync)
    var faults = 0
    try recording.afterEachPowerCut(seeds: 0) { state, marks, place in
      try folder.replace(with: state)
      if try EditedRoster.fault(at: folder.path, base, ProbeWords(marks.joined())) != nil { faults += 1 }
    }
    #expect(faults > 0)
  }
}
