import Characters
import Files
import Glibc
import RosterModel

extension FileProblem {
  /// The rule that this breaks.
  var rule: RuleInfo {
    switch self {
    case .notAFile, .linkOutside, .tooLarge, .notText, .endlessLine: FormatRules.notRead
    case .notThere, .system: FormatRules.missingFile
    }
  }

  /// What was expected in its place; `nil` where that is only that it can be read.
  var expected: String? {
    switch self {
    case .notAFile, .linkOutside: "a regular file"
    case .tooLarge(_, let limit): "at most \(limit >> 20) MiB"
    case .notText, .endlessLine: "a table as text"
    case .notThere, .system: nil
    }
  }

  /// What is in the way, in the system's words where it is the system.
  var reason: String {
    switch self {
    case .notThere: SystemError.text(ENOENT)
    case .notAFile(let kind): "it is \(kind)"
    case .linkOutside(let target): "it is a link to \(Evidence.quoted(target))"
    case .tooLarge(let size, let limit): "it is \(Self.mebibytes(size)) MiB, more than \(limit >> 20) MiB"
    case .notText: "it is no text"
    case .endlessLine(let line, let limit): "line \(line) is longer than \(limit >> 20) MiB"
    case .system(let code, let file): (file.map { "\($0): " } ?? "") + SystemError.text(code)
    }
  }

  /// What is wrong with the file and what to do.
  func message(_ file: String) -> String {
    switch self {
    case .notThere: "\(file) is not there; add it, or copy one that `patrol new` writes"
    case .notAFile(let kind): "\(file) is \(kind), not a file; put a regular file in its place"
    case .linkOutside(let target):
      "\(file) is a link to \(Evidence.quoted(target)), outside the folder; put the file itself in its place"
    case .tooLarge(let size, let limit):
      "\(file) is \(Self.mebibytes(size)) MiB, more than \(limit >> 20) MiB, the most that is read; split the roster"
    case .notText:
      "\(file) is no text but bytes of value 0 from here on; put the table in its place, nothing of it is read until then"
    case .endlessLine(_, let limit):
      "\(file) has a line of more than \(limit >> 20) MiB, and is no table; put the table in its place, nothing of it is "
        + "read until then"
    case .system: "\(file) cannot be read: \(reason); check its owner and permissions"
    }
  }

  /// Rounded up, so that what is too large is never told to be as large as the limit.
  private static func mebibytes(_ size: Int) -> Int { (size + (1 << 20) - 1) >> 20 }
}
