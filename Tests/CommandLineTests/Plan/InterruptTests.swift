import Foundation
import Testing

@Suite("Ctrl-C while patrol plans")
struct InterruptTests {
  private func start(_ folder: TemporaryFolder) throws -> RunningProgram {
    let program = try RunningProgram(
      ["plan", try folder.copy("yunusobod"), "--time-limit", "300", "--output", folder.path + "/planned"])
    try program.waitUntilItHandlesInterrupts()
    // The handler is there a moment before its queue listens.
    usleep(300_000)
    return program
  }

  @Test("once: the best plan so far goes where the finished one would, whole, with exit code 130")
  func once() throws {
    let folder = try TemporaryFolder()
    let program = try start(folder)
    program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output.contains("written to"))
    let validation = try Program.run(
      ["validate", folder.path + "/planned", "--ignore", "COV", "--format", "json", "--max-findings", "0"])
    #expect(validation.status == 0)
    #expect(try folder.contents(of: folder.path + "/planned").count >= 9)
  }

  @Test("twice: nothing is written, nothing left behind, and the exit code is 130 too")
  func twice() throws {
    let folder = try TemporaryFolder()
    let program = try start(folder)
    program.interrupt()
    // Two that come at once are one to the system.
    usleep(20_000)
    program.interrupt()
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["yunusobod"])
  }
}
