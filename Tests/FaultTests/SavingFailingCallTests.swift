import FaultTesting
import Foundation
import Testing

@Suite("Every call that saving tables makes on files going wrong once")
struct SavingFailingCallTests {
  @Test("the tables are all old or all new, what fails is told, and the next save goes on")
  func saving() throws {
    let folder = try FaultRoster()
    let calls = try FailingCalls("saving tables", in: folder.path, "FolderProbe", ["turns", folder.path, "2"])
    try hold(calls, folder)
  }

  @Test("so it is when a save that a power cut stopped is finished first")
  func pending() throws {
    let folder = try FaultRoster()
    let recording = try Recording(of: folder.path) { watch in
      _ = try ProbeRun("FolderProbe", ["turns", folder.path, "1"], watch: watch).end()
    }
    // After the first of two tables was moved to its place.
    let moved = try #require(
      recording.operations.lastIndex { operation in
        if case .rename(_, "assignments.csv") = operation { true } else { false }
      })
    var disk = recording.start
    for operation in recording.operations[...moved] { try disk.apply(operation) }
    let state = disk.state(after: .everything)
    try folder.replace(with: state)
    #expect(state.files[".patrol-commit"] != nil && state.files[".patrol-new-publications.csv"] != nil)
    let calls = try FailingCalls(
      "saving after a power cut", in: folder.path, "FolderProbe", ["turns", folder.path, "2"])
    try hold(calls, folder, before: 1)
  }

  @Test("a whole copy is there, or the one before, or none")
  func copies() throws {
    let folder = try FaultRoster()
    let copy = folder.around + "/copy"
    let calls = try FailingCalls(
      "writing a copy", in: folder.around, "FolderProbe", ["copies", folder.path, "2", copy])
    try calls.each(.once, short: 10, long: 200) { _, end in
      if let wrong = Self.untold(end) { return wrong }
      let saved = Self.turns(end.words)
      if FileManager.default.fileExists(atPath: copy) || saved > 0 {
        if let fault = try SavedTurns.fault(at: copy, saved: saved) { return fault }
      }
      let next = try calls.again()
      guard next.code == 0 else { return "the next: \(next.words) \(next.errors)" }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.around).sorted()
      return left == ["copy", "roster"] ? nil : "left behind: \(left)"
    }
  }

  private func hold(_ calls: FailingCalls, _ folder: FaultRoster, before: Int = 0) throws {
    try calls.each(.once, short: 10, long: 200) { _, end in
      if let wrong = Self.untold(end) { return wrong }
      let saved = Self.turns(end.words)
      if let fault = try SavedTurns.fault(at: folder.path, saved: max(saved, before)) { return fault }
      let next = try calls.again()
      guard next.code == 0 else { return "the next: \(next.words) \(next.errors)" }
      if let fault = try SavedTurns.fault(at: folder.path, saved: 2) { return "after the next: \(fault)" }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".patrol") }
      return left.isEmpty ? nil : "left behind: \(left)"
    }
  }

  /// What is wrong with what a run said, whatever is in the folder.
  private static func untold(_ end: ProbeEnd) -> String? {
    switch end.code {
    case 0: turns(end.words) == 2 ? nil : "turns without an answer"
    case 3, 4: end.code == 3 || end.words.contains(where: \.isLetter) ? nil : "it does not say why"
    default: "an exit code of no meaning"
    }
  }

  private static func turns(_ words: String) -> Int { words.split(separator: "\n").count { Int($0) != nil } }
}
