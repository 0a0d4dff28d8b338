import Glibc
import RosterModel

/// Why a file of the folder could not be read.
enum FileProblem: Error {
  /// There is no such file.
  case notThere
  /// It is a FIFO, a device, a folder or a socket; the word says which.
  case notAFile(String)
  /// It is a link to somewhere outside the folder.
  case linkOutside(String)
  /// It is beyond the size that is read, in bytes.
  case tooLarge(limit: Int)
  /// The system refused, with its own word for it.
  case system(String)
}

extension FileProblem {
  /// The rule that this breaks.
  var rule: RuleInfo {
    switch self {
    case .notAFile, .linkOutside, .tooLarge: FormatRules.tooLarge
    case .notThere, .system: FormatRules.missingFile
    }
  }

  /// What is in the way, in the system's words where it is the system.
  var reason: String {
    switch self {
    case .notThere: SystemError.text(ENOENT)
    case .notAFile(let kind): "it is \(kind)"
    case .linkOutside(let target): "it is a link to \(Evidence.quoted(target))"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MiB"
    case .system(let reason): reason
    }
  }

  /// What is wrong with the file and what to do.
  func message(_ file: String) -> String {
    switch self {
    case .notThere: "\(file) is not there; add it, or copy one that `patrol new` writes"
    case .notAFile(let kind): "\(file) is \(kind), not a file; put a regular file in its place"
    case .linkOutside(let target):
      "\(file) is a link to \(Evidence.quoted(target)), outside the folder; put the file itself in its place"
    case .tooLarge(let limit): "\(file) is larger than \(limit >> 20) MiB, the most that is read; split the roster"
    case .system(let reason): "\(file) cannot be read: \(reason); check its owner and permissions"
    }
  }
}
