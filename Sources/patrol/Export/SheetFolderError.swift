import Files
import Glibc
import RosterModel
import Screen

/// Why a folder of sheets was left as it was.
enum SheetFolderError: Error, Hashable {
  /// The path is a link; a link could lead anywhere.
  case isLink(path: String)
  /// The path is a file.
  case isFile(path: String)
  /// The folder is a roster.
  case isRoster(path: String)
  /// The folder is the root of the file system, or somebody's home.
  case isReserved(path: String)
  /// The folder is where a roster's journal is.
  case isOfJournal(path: String)
  /// The folder holds files and nothing of an export, so it is taken for another than was meant; by file name.
  case notOurs(folder: String, files: [String])
  /// Another export is writing there.
  case busy(path: String)
  /// A name that the export needs for itself is taken by something it did not make.
  case nameTaken(path: String)
  /// Sheets that are not as they were exported, or were never exported, by file name.
  case edited(folder: String, files: [String])
  /// Files that no export wrote and that are in the way, by file name.
  case foreign(folder: String, files: [String])
  /// Two sheets whose ids make the same file name.
  case sameName(file: String)
  /// Ctrl-C was pressed before anything was replaced.
  case interrupted
}

extension SheetFolderError {
  /// The code that a verb ends with.
  var status: ExitStatus {
    switch self {
    case .isLink, .isFile, .isRoster, .isReserved, .isOfJournal, .notOurs, .nameTaken, .edited, .foreign, .sameName:
      .usage
    case .busy: .system
    case .interrupted: .interrupted
    }
  }
}

extension SheetFolderError: CustomStringConvertible {
  /// How many names of edited sheets are told.
  private static let shown = 20

  /// The error in words, ending with what to do.
  var description: String {
    switch self {
    case .isLink(let path): return "\(path.shown) is a link. Name the folder itself."
    case .isFile(let path):
      return "\(path.shown) is not a folder. Name a folder for the sheets; it is made where it is missing."
    case .isRoster(let path): return "\(path.shown) is a roster folder. Choose another folder for what is exported."
    case .isReserved(let path):
      return "\(path.shown) is no folder for what is exported; nothing was written. Name one inside it."
    case .isOfJournal(let path):
      return "\(path.shown) is where a roster's journal is; nothing was written. Choose another folder."
    case .notOurs(let folder, let files):
      return
        "\(folder.shown) holds files, and none of them is of an export; nothing was written:\(Self.list(files))\n"
        + "Name a folder of its own, which is made where it is missing, or write there with --force."
    case .busy(let path): return "another export is writing into \(path.shown). Run this one again when it has ended."
    case .nameTaken(let path):
      return "\(path.shown) is not what an earlier export left. Move it away, or choose another folder."
    case .edited(let folder, let files):
      return
        "\(folder.shown) holds sheets that someone has changed since they were exported, or that were never exported;"
        + " nothing was written:\(Self.list(files))\nKeep them elsewhere, choose another folder, or replace them with --force."
    case .foreign(let folder, let files):
      return
        "\(folder.shown) holds files that no export wrote, in the way of what is exported; nothing was written:"
        + "\(Self.list(files))\nKeep them elsewhere, choose another folder, or replace them with --force."
    case .sameName(let file):
      return "two sheets would have the same file name, \(file)."
        + " Rename the place or the shift whose id looks like a date."
    case .interrupted: return "interrupted; nothing was written."
    }
  }

  private static func list(_ files: [String]) -> String {
    let more = files.count > shown ? ["and \(files.count - shown) more"] : []
    return (files.prefix(shown) + more).map { "\n  " + $0.shown }.joined()
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
