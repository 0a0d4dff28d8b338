import Files
import Glibc
import Screen

/// Why the terminal could not be taken.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// The terminal's type cannot place the cursor, or nothing at all is known of terminals here.
  case cannotDraw(type: String)
  /// It has been taken already.
  case alreadyOpen
  /// The system refused, for the reason that its error number says.
  case system(errno: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .notATerminal:
      "standard input and output are not a terminal; run this in a terminal, or use a command that needs none"
    case .cannotDraw(let type):
      "a terminal of type '\(type.shown)' cannot place the cursor; set TERM to the terminal's real type"
    case .alreadyOpen:
      "the terminal is in use by this program already; close the first session"
    case .system(let errno):
      "the terminal could not be opened: \(SystemError.text(errno)); check its permissions"
    }
  }
}

extension TerminalError {
  /// The error that the last system call left.
  static var lastSystemError: TerminalError { .system(errno: errno) }
}
