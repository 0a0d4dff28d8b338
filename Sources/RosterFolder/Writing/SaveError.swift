import Characters
import Files
import RosterModel

/// Why a roster was not written; nothing of it was, unless the case says otherwise.
public enum SaveError: Error, Hashable, Sendable {
  /// Another program changed a table since it was read.
  case changedMeanwhile(file: String)
  /// A table could not be read, so writing it would lose what it holds.
  case notRead(file: String)
  /// `roster.toml` could not be read, so there is no roster to write.
  case noRoster(path: String)
  /// Another program is saving to the folder.
  case busy(path: String)
  /// The folder to write to is not empty and not a roster; `found` are the first of what it holds.
  case notEmpty(path: String, found: [String])
  /// The folder that the one to write would be in is not there.
  case noFolderAround(path: String)
  /// The folder to write to is inside a roster.
  case insideRoster(path: String, roster: String)
  /// What an interrupted run left beside the folder holds files that are not its own.
  case leftover(path: String)
  /// The system refused a step of writing.
  case failed(path: String, step: String, reason: String)
  /// The system refused a step when all was on the disk already: reading gives what was saved, and the next save puts
  /// the files in their places.
  case unfinished(path: String, reason: String)
}

extension SaveError {
  /// What is in the way.
  public var obstacle: Obstacle {
    switch self {
    case .changedMeanwhile, .busy, .failed, .unfinished: .system
    case .notRead, .noRoster: .unreadable
    case .notEmpty, .insideRoster, .noFolderAround, .leftover: .request
    }
  }
}

extension SaveError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .changedMeanwhile(let file):
      "\(file) was changed by another program since it was read; nothing was saved. Read the roster again and repeat "
        + "the change"
    case .notRead(let file):
      "\(file) could not be read, and saving would lose what it holds; nothing was saved. Mend the file first, as "
        + "`patrol validate` says"
    case .noRoster(let path):
      "roster.toml of \(Evidence.quoted(path)) could not be read, so there is nothing to save. Mend it first"
    case .busy(let path):
      "another program is saving to \(Evidence.quoted(path)); nothing was saved. Try again when it is done"
    case .notEmpty(let path, let found):
      "\(Evidence.quoted(path)) is not a roster and not empty: it holds "
        + found.map { Evidence.quoted($0) }.joined(separator: ", ") + "; nothing was written. Name another folder"
    case .noFolderAround(let path):
      "there is no folder that \(Evidence.quoted(path)) could be made in; nothing was written. Check the path, or make "
        + "that folder first"
    case .insideRoster(let path, let roster):
      "\(Evidence.quoted(path)) is inside the roster \(Evidence.quoted(roster)); nothing was written. Name a folder outside of it"
    case .leftover(let path):
      "\(Evidence.quoted(path)) was left by an interrupted run and holds files of others; nothing was written. Move "
        + "it away and try again"
    case .failed(let path, let step, let reason):
      "cannot \(step) \(Evidence.quoted(path)): \(reason); the folder is as it was. Check the space on the disk and "
        + "the owner and permissions of the folder"
    case .unfinished(let path, let reason):
      "saved, but \(Evidence.quoted(path)) is not in its place yet: \(reason). Save again when that is mended"
    }
  }
}

extension SaveError {
  /// What the system refused.
  init(_ failure: FileFailure) {
    self = .failed(path: failure.path, step: failure.step, reason: failure.reason)
  }
}

extension FolderLock {
  /// Takes the turn of a folder to be saved to, or with `isShared` to be read while nobody saves.
  ///
  /// - Throws: `SaveError.busy` where another holder is not done in time.
  package static func turn(
    _ path: String, patient: Bool = true, isShared: Bool = false
  ) throws(SaveError) -> FolderLock {
    do throws(Refusal) {
      return try FolderLock(path, patient: patient, isShared: isShared)
    } catch {
      switch error {
      case .busy: throw .busy(path: path)
      case .failed(let failure): throw SaveError(failure)
      }
    }
  }

  /// Has the names in the folder be on the disk.
  func syncNames(_ path: String) throws(SaveError) {
    do { try sync(path) } catch { throw SaveError(error) }
  }
}

extension DurableFile {
  /// Writes a file that must not exist, as a part of a save.
  static func save(_ path: String, _ bytes: [UInt8], rights: FileRights?) throws(SaveError) {
    do { try create(path, bytes, rights: rights) } catch { throw SaveError(error) }
  }
}
