import ArgumentParser
import Files
import Glibc
import RosterModel
import Screen

/// What a verb has done by the time it answers.
enum Deed {
  /// An act is in the journal, as the entry of this number.
  case recorded(JournalPosition)
  /// Files are written, in this place.
  case written(String)

  /// The number of the act.
  var entry: Int64? {
    if case .recorded(let position) = self { position.number } else { nil }
  }

  var words: String {
    switch self {
    case .recorded(let position): "recorded as entry \(position.number)"
    case .written(let path): "\(path) is written"
    }
  }

  /// What to do without the answer.
  var advice: String {
    switch self {
    case .recorded: "Do not run it again, or only with the same --id; `patrol log` has the entry."
    case .written: "Look there before you run it again."
    }
  }
}

/// Standard output for the answer, standard error for progress and complaints.
///
/// The answer is written whole or the program says so: a full disk under a redirection is not a success.
struct StandardStreams {
  /// Whether standard error is for what is wrong only: `--quiet`.
  var isQuiet = false

  /// Has streams that the program was started without stay closed.
  ///
  /// The system gives their numbers to the next files that are opened, and an answer would be written into one of them.
  static func keepClosed() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // Opened the wrong way round, so that using it is refused as if it were closed.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Has a file that grows beyond the limit of the system (`ulimit -f`) be an error of the call that writes it.
  ///
  /// By itself it is a signal, which ends the program without a word and leaves what it was writing half done.
  static func refuseTooLarge() { signal(SIGXFSZ, SIG_IGN) }

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

  /// Writes text of the answer, and a line end where it lacks one; where that fails the program ends and says so.
  ///
  /// - Parameter deed: what is done by now, so that nobody does it twice for want of the answer; `nil` for a question, which
  ///   may be asked again.
  func answer(_ text: String, after deed: Deed? = nil) {
    guard !text.isEmpty else { return }
    // Whoever closed the pipe has to be told all the same, and the signal would end the program without a word.
    if deed != nil { signal(SIGPIPE, SIG_IGN) }
    guard let error = write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) else { return }
    guard let deed else {
      complain("patrol: the answer could not be written: \(error). Check the disk or the pipe and run it again.")
      exit(.system)
    }
    complain("patrol: \(deed.words); only the answer could not be written: \(error). \(deed.advice)".shown)
    exit(.unanswered)
  }

  /// Writes a line for people that nothing is wrong by: a summary, what was done, what was left as it is; nothing where
  /// they want quiet.
  func note(_ text: String) {
    if !isQuiet { complain(text) }
  }

  /// Writes a line for people about something that is wrong, whether or not they want quiet.
  func complain(_ text: String) {
    // Nothing is left to tell a reader whose standard error is gone.
    _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Writes progress over the current line of the terminal, or nothing where there is none, or where people want quiet.
  func progress(_ text: String) {
    guard complainsToTerminal, !isQuiet else { return }
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
        return SystemError.current
      }
      bytes = bytes.dropFirst(written)
    }
    return nil
  }
}

/// Whether a verb says no more than it was asked for; every verb takes it.
struct QuietOption: ParsableArguments {
  @Flag(
    name: .shortAndLong,
    help: "Say only what is asked for: no notes, summaries and progress on standard error. What is wrong is said.")
  var quiet = false

  /// The streams of a verb that was given the option, or was not.
  var streams: StandardStreams { StandardStreams(isQuiet: quiet) }
}
