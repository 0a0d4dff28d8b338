import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterModel
import Testing

@Suite("Programs that edit a roster and are killed")
struct JournalKillTests {
  @Test(
    "killed before or in the middle of any step, a program loses no act that it said was recorded",
    arguments: [false, true])
  func steps(inHalf: Bool) throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    let start = try DiskState(of: folder.path)
    var (step, isKilled) = (0, true)
    while isKilled {
      step += FaultScale.of(23, long: 2, full: 1)
      try folder.replace(with: start)
      var watch = FileWatch(folder.path)
      (watch.killAt, watch.killsInHalf) = (step, inHalf)
      let run = try ProbeRun("JournalProbe", ["acts", folder.path, "one", "6", "5", "3"], watch: watch)
      let (words, code) = run.end()
      isKilled = code == SIGKILL
      #expect(isKilled || code == 0, "\(words)")
      let fault = try EditedRoster.fault(at: folder.path, base, ProbeWords(words))
      #expect(fault == nil, "step \(step)")
      let after = try EditedRoster.faultOfEditing(at: folder.path, base, ProbeWords(words))
      #expect(after == nil, "step \(step)")
    }
    #expect(step > 50)
    FaultReport.say("killed in editing\(inHalf ? ", in half" : ""): \(step) steps")
  }

  @Test("killed at random moments, one after the other on the same roster, they lose nothing")
  func moments() throws {
    let folder = try FaultRoster(beats: 6, units: 30, days: 14)
    var rows = try EditedRoster.rows(at: folder.path)
    var random = SeededGenerator(seed: 6)
    let rounds = FaultScale.of(25, long: 150, full: 1000)
    var (acts, cut) = (0, 0)
    for round in 0..<rounds {
      let run = try ProbeRun("JournalProbe", ["acts", folder.path, "one", "1000000", "\(round)", "7"])
      // Some while after a number of words, however fast the machine is.
      let size = Int.random(in: 0...3_000, using: &random)
      var text = ""
      while text.utf8.count < size { text += run.words() }
      usleep(.random(in: 0...5_000, using: &random))
      text += run.kill()
      let words = ProbeWords(text)
      acts += words.done.count
      cut += words.open == nil ? 0 : 1
      let fault = try EditedRoster.fault(at: folder.path, rows, words)
      try #require(fault == nil, "round \(round)")
      rows = try EditedRoster.rows(at: folder.path)
    }
    #expect(acts > rounds)
    FaultReport.say("killed at \(rounds) random moments: \(acts) acts recorded, \(cut) cut short")
  }

  @Test("what the disk refuses is told, and is there or not; what was recorded is there", arguments: [EIO, ENOSPC])
  func refused(error: Int32) throws {
    let folder = try FaultRoster()
    let base = try EditedRoster.rows(at: folder.path)
    let start = try DiskState(of: folder.path)
    let arguments = ["acts", folder.path, "one", "6", "7", "3"]
    let steps = try Recording(of: folder.path) { watch in
      _ = try ProbeRun("JournalProbe", arguments, watch: watch).end()
    }.operations.count
    var (step, told, states) = (0, 0, 0)
    while step < steps {
      step += FaultScale.of(41, long: 4, full: 1)
      for goesOn in [false, true] {
        try folder.replace(with: start)
        var (text, code): (String, Int32) = ("", 0)
        let recording = try Recording(of: folder.path) { watch in
          var watch = watch
          if goesOn { watch.failFrom = step } else { watch.failAt = step }
          watch.error = error
          (text, code) = try ProbeRun("JournalProbe", arguments, watch: watch).end()
        }
        let words = ProbeWords(text)
        #expect([0, 3, 4].contains(code), "step \(step): \(text)")
        told += code != 0 || !words.failed.isEmpty ? 1 : 0
        let fault = try EditedRoster.fault(at: folder.path, base, words)
        #expect(
          fault == nil, "step \(step) refused\(goesOn ? ", and all after it" : ""): \(words.failed) \(words.others)")
        var cuts = 0
        try recording.afterEachPowerCut(seeds: 0) { state, marks, place in
          cuts += 1
          guard cuts % FaultScale.of(40, long: 40, full: 3) == 0 else { return }
          states += 1
          try folder.replace(with: state)
          let fault = try EditedRoster.fault(at: folder.path, base, ProbeWords(marks.joined()))
          #expect(fault == nil, "step \(step) refused, then a power cut at \(place)")
        }
      }
    }
    #expect(told > 0)
    FaultReport.say("refused in editing with error \(error): \(told) tellings, \(states) power cuts after them")
  }
}
