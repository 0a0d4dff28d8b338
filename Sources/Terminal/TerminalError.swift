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
