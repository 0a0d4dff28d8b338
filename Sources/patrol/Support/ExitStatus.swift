import RosterModel

/// How a verb ended; the same codes for every verb.
enum ExitStatus: Int32, Error, Sendable, CaseIterable {
  /// Done, and nothing at or above what was to fail.
  case done = 0
  /// The answer is no: findings, gaps left by a plan, nobody can, differences.
  case no = 1
  /// The input could not be read whole; what could be was used.
  case incomplete = 2
  /// Wrong usage or settings.
  case usage = 3
  /// A fault of the program itself.
  case fault = 4
  /// What was asked for is right, and the system refused it: a full disk, rights, a lock, a device. Nothing was done.
  case system = 5
  /// The act is recorded, and its answer could not be written: to do it again would do it twice.
  case unanswered = 6
  /// Interrupted; nothing half-written.
  case interrupted = 130

  /// The code of what is in the way of doing what was asked for.
  init(_ obstacle: Obstacle) {
    switch obstacle {
    case .system: self = .system
    case .unreadable: self = .incomplete
    case .request: self = .usage
    }
  }

  /// What the code says to a script.
  var words: String {
    switch self {
    case .done: "Done; nothing is at or above what was to fail."
    case .no: "The answer is no: findings, gaps, differences, conflicts."
    case .incomplete: "The input could not be read whole; what could be was used. Wins over 1."
    case .usage: "Wrong usage or settings."
    case .fault: "A fault of the program itself."
    case .system:
      "The system refused: disk full, rights, a lock, a device, busy for too long. Nothing was done, nothing is "
        + "half-written; run it again when that is mended."
    case .unanswered:
      "The act is recorded, and only its answer could not be written. Do not run it again, or only with the same --id."
    case .interrupted: "Interrupted; nothing is half-written."
    }
  }
}

/// A reason to stop, with the code to stop with and the words for standard error.
struct CommandFailure: Error, Sendable {
  var status: ExitStatus
  /// What went wrong, with its evidence, ending with what to do.
  var message: String

  /// A failure of this status.
  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
