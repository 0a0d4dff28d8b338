import Glibc
import RosterModel
import Screen

/// What the operating system refused, with the path and its reason.
struct FileFailure: Error, Hashable {
  /// What was tried, as in `cannot write`.
  var verb: String
  /// On what.
  var path: String
  /// The `errno` of the call.
  var code: Int32

  /// The failure that `errno` tells of, right after the call.
  init(_ verb: String, _ path: String) {
    self.verb = verb
    self.path = path
    self.code = errno
  }
}

extension FileFailure {
  /// Whose matter it is: a path that leads nowhere was misspelt, anything else is the system's.
  var obstacle: Obstacle {
    switch code {
    case ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP: .request
    default: .system
    }
  }
}

extension FileFailure: CustomStringConvertible {
  /// The failure in words, ending with what to do.
  var description: String { "cannot \(verb) \(path.shown): \(String(cString: strerror(code))). \(advice)" }

  private var advice: String {
    switch code {
    case ENOSPC, EDQUOT: "Free some space, or choose another place."
    case EFBIG: "Raise the limit on the size of files (ulimit -f)."
    case EACCES, EPERM, EROFS: "Choose a place that you may write to."
    case ENOENT, ENOTDIR: "Check the path."
    default: "Mend the cause, or choose another place."
    }
  }
}
