import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterModel
import Testing

@Suite("Several programs that edit one roster at the same time")
struct JournalRaceTests {
  @Test("no act is lost, no unit is posted twice by the race, and all see the same roster")
  func race() throws {
    let folder = try FaultRoster(beats: 20, units: 60, days: 28, isBare: true, isOnDisk: true)
    let base = try EditedRoster.rows(at: folder.path)
    let acts = FaultScale.of(100, long: 600, full: 10_000)
    let start = ContinuousClock.now
    var group = ProbeGroup(
      try (0..<8).map { number in
        try ProbeRun("JournalProbe", ["waits", folder.path, "p\(number)", "\(acts)", "\(number)", "0"])
      })
    try group.read(until: "waiting")
    let time = start.duration(to: .now)
    for run in group.runs { run.tell("look") }
    try group.read(until: "rows")
    let prints = Set(group.texts.compactMap { $0.split(separator: "\n").last { $0.hasPrefix("rows") } })
    #expect(prints.count == 1)
    for run in group.runs { run.tell("leave") }
    group.expectAllEnd()
    let race = try Race(folder, base, group.texts.map { ProbeWords($0) })
    try race.check()
    #expect(race.words.allSatisfy { $0.failed.isEmpty && $0.done.count + $0.refusals == acts })
    FaultReport.say("8 programs, \(acts) acts each: \(race.summary), \(time)")
  }

  @Test("so it is with a program started for each act, each of which brings the tables up to date, and for readers")
  func verbs() throws {
    let folder = try FaultRoster(isOnDisk: true)
    let base = try EditedRoster.rows(at: folder.path)
    let verbs = try ParallelVerbs(folder)
    let (start, programs) = (ContinuousClock.now, FaultScale.of(12, long: 60, full: 500))
    verbs.run(shells: 8, programs: programs)
    let time = start.duration(to: .now)
    try verbs.check(from: base)
    FaultReport.say("8 shells, \(programs) programs each: \(verbs.summary), \(time)")
  }

  @Test("so it is with checkpoints going on, and with one program killed and started again at random")
  func killed() throws {
    let folder = try FaultRoster(beats: 20, units: 60, days: 28, isBare: true, isOnDisk: true)
    let base = try EditedRoster.rows(at: folder.path)
    let (acts, kills) = (FaultScale.of(60, long: 300, full: 5_000), FaultScale.of(5, long: 30, full: 200))
    func start(_ number: Int, _ seed: Int) throws -> ProbeRun {
      try ProbeRun("JournalProbe", ["waits", folder.path, "p\(number)", "\(acts)", "\(seed)", "\(10 + number)"])
    }
    var random = SeededGenerator(seed: 9)
    var (killed, lives) = (0, [ProbeWords]())
    var limit = Int.random(in: 0...2_000, using: &random)
    var group = ProbeGroup(try (0..<4).map { try start($0, $0) })
    try group.read(until: "waiting") { group, index in
      guard index == 0, killed < kills, group.texts[0].utf8.count > limit else { return }
      killed += 1
      limit = Int.random(in: 0...2_000, using: &random)
      lives.append(ProbeWords(group.texts[0] + group.runs[0].kill()))
      group.replace(0, with: try start(0, 100 + killed))
    }
    #expect(killed > 0)
    for run in group.runs { run.tell("look") }
    try group.read(until: "rows")
    #expect(Set(group.texts.compactMap { $0.split(separator: "\n").last { $0.hasPrefix("rows") } }).count == 1)
    for run in group.runs { run.tell("leave") }
    group.expectAllEnd()
    let race = try Race(folder, base, lives + group.texts.map { ProbeWords($0) })
    try race.check()
    FaultReport.say("4 programs with checkpoints, one killed \(killed) times: \(race.summary)")
  }
}

extension ProbeGroup {
  /// Waits for the end of all, which must be well.
  fileprivate func expectAllEnd() {
    for (run, text) in zip(runs, texts) {
      let (rest, code) = run.end()
      #expect(code == 0, "code \(code) after \((text + rest).suffix(500))")
    }
  }
}
