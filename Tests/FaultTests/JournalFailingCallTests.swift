import FaultTesting
import Foundation
import Journal
import JournalTesting
import Testing

@Suite("Every call that an edit makes on files going wrong once")
struct JournalFailingCallTests {
  @Test(
    "nothing that was said to be recorded is lost, what fails is told, nothing crashes or hangs, and the next desk goes on",
    arguments: ["acts", "verbs", "turns"])
  func edits(mode: String) throws {
    try hold("\(mode), first", FaultRoster(), [mode, "6", "5", "3"])
  }

  @Test("so it is when a roster is opened after a desk that was killed")
  func recovery() throws {
    try hold("acts after a kill", try EditedFolder(isClosed: false).folder, ["acts", "3", "6", "2"])
  }

  @Test("so it is when all calls after it go wrong too")
  func forGood() throws {
    // Whoever waits for a lock that the system refuses waits for ten seconds, act by act.
    try hold(
      "acts, failing for good", FaultRoster(), ["acts", "2", "7", "1"], [.errorFromThereOn(EIO)], 4, long: 40, full: 400
    )
  }

  private func hold(
    _ name: String, _ folder: FaultRoster, _ words: [String], _ forms: [CallFault.Form] = .once, _ short: Int = 10,
    long: Int = 250, full: Int = .max
  ) throws {
    let base = try EditedRoster.rows(at: folder.path)
    let arguments = [words[0], folder.path, "two"] + words.dropFirst()
    let calls = try FailingCalls(name, in: folder.path, "JournalProbe", arguments)
    #expect(calls.good.code == 0, "\(calls.good.words)")
    try calls.each(forms, short: short, long: long, full: full) { _, end in
      guard let code = end.code, [0, 3, 4].contains(code) else { return "an exit code of no meaning" }
      let said = ProbeWords(end.words)
      let answers = said.done.count + said.refusals + said.failed.count
      if code == 0, answers != Int(words[1]) { return "acts without an answer" }
      if code != 0, said.others.isEmpty { return "it does not say why" }
      if let fault = try EditedRoster.fault(at: folder.path, base, said) { return fault }
      if let fault = try EditedRoster.faultOfEditing(at: folder.path, base, said) { return fault }
      let left = try EditedRoster.leftovers(in: folder.path)
      return left.isEmpty ? nil : "left behind: \(left)"
    }
  }
}
