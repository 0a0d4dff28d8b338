import FaultTesting
import Foundation
import Testing

@Suite("A fault at any step of saving tables")
struct SavingFaultTests {
  @Test(
    "a program killed before or in the middle of a step leaves tables that are all old or all new",
    arguments: [false, true])
  func killed(inHalf: Bool) throws {
    let folder = try FaultRoster()
    let start = try DiskState(of: folder.path)
    var (step, isKilled) = (0, true)
    while isKilled {
      step += Self.stride
      try folder.replace(with: start)
      var watch = FileWatch(folder.path)
      (watch.killAt, watch.killsInHalf) = (step, inHalf)
      let (words, code) = try Self.run(folder, watch)
      isKilled = code == SIGKILL
      #expect(isKilled || code == 0, "\(words)")
      let fault = try SavedTurns.fault(at: folder.path, saved: Self.turns(words))
      #expect(fault == nil, "step \(step)")
    }
    #expect(step > 20)
    FaultReport.say("killed in saving\(inHalf ? ", in half" : ""): at each of \(step - 1) steps")
  }

  @Test(
    "a step that the disk refuses is told, and a power cut after it leaves tables all old or all new",
    arguments: [EIO, ENOSPC])
  func refused(error: Int32) throws {
    let folder = try FaultRoster()
    let start = try DiskState(of: folder.path)
    var (step, states, told) = (0, 0, 0)
    let steps = try Recording(of: folder.path) { _ = try Self.run(folder, $0) }.operations.count
    while step + Self.stride <= steps {
      step += Self.stride
      try folder.replace(with: start)
      var (words, code): (String, Int32) = ("", 0)
      let recording = try Recording(of: folder.path) { watch in
        var watch = watch
        (watch.failAt, watch.error) = (step, error)
        (words, code) = try Self.run(folder, watch)
      }
      #expect(code == 0 || (code == 4 && words.contains(String(cString: strerror(error)))), "step \(step): \(words)")
      told += code == 4 ? 1 : 0
      try recording.afterEachPowerCut(seeds: FaultScale.of(1, long: 4, full: 20)) { state, marks, place in
        states += 1
        let fault = try SavedTurns.fault(of: state, in: folder, saved: Self.turns(marks.joined()))
        #expect(fault == nil, "step \(step) refused, \(place)")
      }
    }
    #expect(told > 10 / Self.stride)
    FaultReport.say("refused in saving with error \(error): \(told) of \(steps) steps told, \(states) states opened")
  }

  /// How many steps lie between two that are tried.
  private static let stride = FaultScale.of(5, long: 1, full: 1)

  private static func run(_ folder: FaultRoster, _ watch: FileWatch) throws -> (words: String, code: Int32) {
    try ProbeRun("FolderProbe", ["turns", folder.path, "2"], watch: watch).end()
  }

  /// How many turns were said to be saved.
  private static func turns(_ words: String) -> Int { words.split(separator: "\n").count { Int($0) != nil } }
}
