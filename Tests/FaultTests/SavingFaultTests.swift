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

  @Test(
    "a disk that is really full is told, and the tables are as they were",
    .enabled(if: SmallDisk.isAllowed, "needs the right to mount"), arguments: [0, 4, 8, 12])
  func full(room: Int) throws {
    let folder = try FaultRoster(beats: 30, units: 40, days: 7)
    let left = folder.around + ".left"
    defer { try? FileManager.default.removeItem(atPath: left) }
    let (words, code) = try SmallDisk.run(
      "FolderProbe", ["turns", folder.path, "1"], in: folder.around, size: 512, room: room, left: left)
    #expect(code == 4)
    #expect(words.contains("No space left on device") && words.contains("the folder is as it was"), "\(words)")
    #expect(try DiskState(of: left + "/roster") == DiskState(of: folder.path))
  }

  @Test(
    "who may not write is told, and the tables are as they were",
    .enabled(if: OtherUser.isAllowed, "needs another user"))
  func readOnly() throws {
    let folder = try FaultRoster()
    chmod(folder.path, 0o555)
    let before = try DiskState(of: folder.path)
    let (words, code) = try OtherUser.run("FolderProbe", ["turns", folder.path, "1"])
    #expect(code == 4)
    #expect(words.contains("Permission denied"), "\(words)")
    #expect(try DiskState(of: folder.path) == before)
  }

  @Test(
    "saved tables keep group and permissions, in a folder of a group and under a strict umask",
    .enabled(if: geteuid() == 0 && OtherUser.isAllowed, "needs the right to be another user"))
  func groups() throws {
    let (folder, group): (_, gid_t) = (try FaultRoster(), 4321)
    for name in ["", "/assignments.csv", "/publications.csv"] {
      chown(folder.path + name, OtherUser.number, group)
      chmod(folder.path + name, name.isEmpty ? 0o2775 : 0o664)
    }
    let (words, code) = try OtherUser.run("FolderProbe", ["turns", folder.path, "2"], groups: [group], mask: "077")
    #expect(code == 0, "\(words)")
    for name in ["assignments.csv", "publications.csv"] {
      var status = stat()
      #expect(stat(folder.path + "/" + name, &status) == 0)
      #expect(status.st_gid == group)
      #expect(status.st_mode & 0o7777 == 0o664)
    }
  }

  /// How many steps lie between two that are tried.
  private static let stride = FaultScale.of(5, long: 1, full: 1)

  private static func run(_ folder: FaultRoster, _ watch: FileWatch) throws -> (words: String, code: Int32) {
    try ProbeRun("FolderProbe", ["turns", folder.path, "2"], watch: watch).end()
  }

  /// How many turns were said to be saved.
  private static func turns(_ words: String) -> Int { words.split(separator: "\n").count { Int($0) != nil } }
}
