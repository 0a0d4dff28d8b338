import Glibc

/// Standard output for the answer, standard error for progress and complaints.
///
/// The answer is written whole or the program says so: a full disk under a redirection is not a success.
struct StandardStreams {
  /// Whether standard output is a terminal.
  var answersToTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether the answer may be coloured: on a terminal that takes it, unless NO_COLOR says otherwise.
  var answersInColour: Bool {
    guard answersToTerminal, let terminal = getenv("TERM"), strcmp(terminal, "dumb") != 0 else { return false }
    guard let refusal = getenv("NO_COLOR") else { return true }
    return refusal.pointee == 0
  }

  /// Whether standard error is a terminal, so that a progress line may be drawn over.
  var complainsToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes text of the answer, and a line end where it lacks one.
  func answer(_ text: String) {
    guard !text.isEmpty else { return }
    if let error = write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) {
      complain("patrol: the answer could not be written: \(error). Check the disk or the pipe and run it again.")
      exit(.usage)
    }
  }

  /// Writes a line for people.
  func complain(_ text: String) {
    // Nothing is left to tell a reader whose standard error is gone.
    _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Writes progress over the current line of the terminal, or nothing where there is none.
  func progress(_ text: String) {
    guard complainsToTerminal else { return }
    _ = write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Ends the program.
  func exit(_ status: ExitStatus) -> Never { Glibc.exit(status.rawValue) }

  private func write(_ text: String, to descriptor: Int32) -> String? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return String(cString: strerror(errno))
      }
      bytes = bytes.dropFirst(written)
    }
    return nil
  }
}
