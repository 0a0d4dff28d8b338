import Glibc
import Screen
import Testing

@testable import TerminalTesting

@Suite("Giving the terminal back")
struct RestorationTests {
  @Test("while the program runs, the terminal is in other modes than a shell's")
  func taken() throws {
    let run = try Probe.start()
    #expect(run.leftovers.contains("alternate screen is on"))
    #expect(run.leftovers.contains("bracketed paste is on"))
    #expect(run.leftovers.contains("the line is not as it was"))
  }

  @Test("after quitting, nothing is left")
  func quit() throws {
    let run = try Probe.start()
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a signal ends the program by itself and nothing is left", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func signal(number: Int32) throws {
    let run = try Probe.start()
    run.signal(number)
    #expect(try run.waitForEnd() == .killed(number))
    #expect(run.leftovers.isEmpty)
  }

  /// Every other signal that ends a process which does not catch it, by signal(7): all but those that cannot be caught,
  /// that are ignored, that stop or continue, and the two that the C library keeps for itself.
  private static let deadlySignals = (1...__libc_current_sigrtmax()).filter { number in
    let orderly = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    let harmless = [SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU]
    return ![SIGKILL, SIGSTOP].contains(number) && !(orderly + harmless).contains(number)
      && (number < 32 || number >= __libc_current_sigrtmin())
  }

  @Test(
    "any other signal that ends a program, a crash or not, ends it by itself and leaves nothing",
    arguments: deadlySignals)
  func deadly(number: Int32) throws {
    let run = try Probe.start()
    run.signal(number)
    #expect(try run.waitForEnd() == .killed(number))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a failed precondition in the program leaves nothing, and its message can be read")
  func trap() throws {
    let run = try Probe.start()
    run.press("X")
    let end = try run.waitForEnd()
    #expect([.killed(SIGILL), .killed(SIGTRAP)].contains(end))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a stack overflow leaves nothing, in the loop and in a worker", arguments: ["O", "W"])
  func stackOverflow(key: String) throws {
    let run = try Probe.start()
    run.press(key)
    #expect(try run.waitForEnd() == .killed(SIGSEGV))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a program that does not heed the first signal is ended by a later one, and nothing is left")
  func stuck() throws {
    let run = try Probe.start()
    run.press("L")
    run.read(milliseconds: 100)
    run.signal(SIGTERM)
    let deadline = ContinuousClock.now + .seconds(run.patience)
    while run.end == nil, ContinuousClock.now < deadline {
      run.read(milliseconds: 500)
      run.signal(SIGTERM)
    }
    #expect(run.end == .killed(SIGTERM))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a closed window ends the program")
  func closedWindow() throws {
    let run = try Probe.start()
    run.closeWindow()
    try run.waitUntilGone()
  }
}
