import FaultTesting
import Foundation
import Journal
import JournalTesting
import Testing

@Suite("A repair of the journal that is stopped")
struct JournalRepairFaultTests {
  /// What is wrong with the journal that is repaired.
  enum Damage: CaseIterable {
    /// An old act says something else.
    case entry
    /// The file cannot be read whole.
    case page

    func apply(_ journal: inout [UInt8]) {
      switch self {
      case .entry:
        let reason = Array("drawn by chance".utf8)
        let place = journal.indices.first { journal[$0...].starts(with: reason) }
        if let place { journal[place] = UInt8(ascii: "D") }
      case .page: journal.replaceSubrange(8_192..<20_480, with: [UInt8](repeating: 0xA5, count: 12_288))
      }
    }
  }

  @Test(
    "killed at any step, nothing recorded is lost, the damaged journal is kept, and the next repair mends it",
    arguments: Damage.allCases)
  func killed(damage: Damage) throws {
    let (edited, damaged, state) = try Self.damaged(damage)
    let path = edited.folder.path
    var (step, isKilled) = (0, true)
    while isKilled {
      step += FaultScale.of(3, long: 1, full: 1)
      try edited.folder.replace(with: state)
      var watch = FileWatch(path)
      watch.killAt = step
      let code = try ProbeRun("patrol", ["journal", "repair", path, "--as", "Chief"], watch: watch).end().code
      isKilled = code == SIGKILL
      #expect(isKilled || code == 0)
      let again = try ProbeRun("patrol", ["journal", "repair", path, "--as", "Chief"]).end()
      #expect(again.code == 0, "step \(step): \(again.words)")
      #expect(try ProbeRun("patrol", ["journal", "check", path]).end().code == 0, "step \(step)")
      #expect(try EditedRoster.rows(at: path) == edited.rows, "step \(step)")
      let kept = try DiskState(of: path).files.filter { $0.key.contains("journal.damaged-") }
      #expect(kept.values.contains { $0.bytes == damaged }, "step \(step): \(kept.keys)")
    }
    #expect(step > 6)
    FaultReport.say("killed in repairing a damaged \(damage): at each of \(step - 1) steps")
  }

  @Test(
    "of which one call goes wrong is done, or told; the damaged journal is kept, and the next repair mends it",
    arguments: Damage.allCases)
  func failing(damage: Damage) throws {
    let (edited, damaged, state) = try Self.damaged(damage)
    let path = edited.folder.path
    try edited.folder.replace(with: state)
    let calls = try FailingCalls("repair of a damaged \(damage)", in: path, "patrol", ["journal", "repair", path])
    try calls.each(.once, short: 20, long: 150) { _, end in
      if end.code != 0, !end.errors.hasPrefix("patrol: ") { return "not told" }
      guard try calls.again().code == 0 else { return "the next repair fails" }
      guard try ProbeRun("patrol", ["journal", "check", path]).end().code == 0 else { return "not sound afterwards" }
      guard try EditedRoster.rows(at: path) == edited.rows else { return "the roster is another" }
      let kept = try DiskState(of: path).files.filter { $0.key.contains("journal.damaged-") }
      return kept.values.contains { $0.bytes == damaged } ? nil : "the damaged journal is not kept"
    }
  }

  /// A roster, the bytes of its journal that is damaged, and its folder with that.
  private static func damaged(_ damage: Damage) throws -> (EditedFolder, journal: [UInt8], DiskState) {
    let edited = try EditedFolder(isClosed: true)
    var state = edited.state
    var journal = try #require(state.files[EditedFolder.journal]).bytes
    damage.apply(&journal)
    state.files[EditedFolder.journal]?.bytes = journal
    try edited.folder.replace(with: state)
    #expect(try ProbeRun("patrol", ["journal", "check", edited.folder.path]).end().code == 1)
    return (edited, journal, state)
  }
}
