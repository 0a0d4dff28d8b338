import CTerminal
import Glibc

/// Why a program on a terminal has to end, though nobody chose to quit.
public enum Ending: Hashable, Sendable {
  /// A signal asked for it: INT, TERM, HUP or QUIT.
  case signal(Int32)
  /// The terminal is gone: its window was closed, or the line is cut.
  case terminalGone

  /// The code to exit with where the program does not die by the signal: 128 and the signal's number.
  public var exitCode: Int32 { 128 + signal }

  /// Ends the process as the signal would have, so that whoever started it sees the true reason.
  ///
  /// Close the session first.
  public func finish() -> Never {
    ct_die(signal)
  }

  private var signal: Int32 {
    switch self {
    case .signal(let number): number
    case .terminalGone: SIGHUP
    }
  }
}
