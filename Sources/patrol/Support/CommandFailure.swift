/// A reason to stop, with the code to stop with and the words for standard error.
struct CommandFailure: Error, Sendable {
  /// The exit code.
  var status: ExitStatus
  /// What went wrong, with its evidence, ending with what to do.
  var message: String

  /// A failure of this status.
  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
