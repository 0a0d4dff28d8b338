import Files
import Glibc
import RosterModel
import Screen

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
  public var description: String { "cannot \(step) \(path.shown): \(reason). \(advice)" }

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
