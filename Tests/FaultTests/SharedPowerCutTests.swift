import FaultTesting
import Foundation
import JournalTesting
import Testing

@Suite("A power cut while two programs edit one roster at the same time")
struct SharedPowerCutTests {
  @Test(
    "two desks with checkpoints: all that either said was recorded is there, what was under way whole or not at all")
  func desks() throws {
    let folder = try FaultRoster(beats: 6, units: 24)
    try hold("two desks", folder) { watch in
      var group = ProbeGroup(
        try (0..<2).map { number in
          let arguments = ["starts", folder.path, "p\(number)", "10", "\(number)", "\(3 + number)"]
          return try ProbeRun("JournalProbe", arguments, watch: watch)
        })
      try group.read(until: "open")
      for run in group.runs { run.tell("now") }
      for run in group.runs {
        let (words, code) = run.end()
        try #require(code == 0, "\(words)")
      }
    }
  }

  @Test("so it is with two shells that start a program for each act")
  func shells() throws {
    let folder = try FaultRoster(beats: 6, units: 24)
    let script = """
      number=0
      while [ $number -lt "$4" ]; do number=$((number + 1)); "$1" verbs "$2" "p$3" 1 "$3$number" 0 || exit; done
      """
    try hold("two shells", folder) { watch in
      let probe = try ProbeRun.path("JournalProbe")
      let runs = try (1...2).map { try ProbeRun(script: script, [probe, folder.path, "\($0)", "6"], watch: watch) }
      for run in runs {
        let (words, code) = run.end()
        try #require(code == 0, "\(words)")
      }
    }
  }

  private func hold(_ name: String, _ folder: FaultRoster, _ run: (FileWatch) throws -> Void) throws {
    let base = try EditedRoster.rows(at: folder.path)
    let recording = try Recording(of: folder.path, run)
    let turns = Self.turns(in: recording)
    #expect(turns > 4, "they did not run at the same time")
    var (states, opened) = (0, 0)
    try recording.afterEachPowerCut(seeds: FaultScale.of(0, long: 2, full: 20)) { state, marks, place in
      states += 1
      guard states % FaultScale.of(40, long: 3, full: 1) == 0 else { return }
      opened += 1
      try folder.replace(with: state)
      let outcomes = marks.byProgram.map { ProbeWords($0) }.outcomesTogether(from: base)
      let fault = try EditedRoster.fault(at: folder.path, among: outcomes)
      #expect(fault == nil, "\(name), \(place)")
      // Some are opened for editing too: that mends what there is to mend.
      guard opened % 4 == 0 else { return }
      let after = try EditedRoster.faultOfEditing(at: folder.path, among: outcomes)
      #expect(after == nil, "\(name), \(place)")
    }
    #expect(opened > 10)
    FaultReport.say(
      "power cut under \(name): \(recording.operations.count) operations in \(turns) turns, \(opened) states opened")
  }

  /// How often another program said something than the one before.
  private static func turns(in recording: Recording) -> Int {
    let speakers = recording.operations.compactMap { operation -> UInt64? in
      if case .mark(let mark) = operation { mark.process } else { nil }
    }
    return zip(speakers, speakers.dropFirst()).count { $0 != $1 }
  }
}
