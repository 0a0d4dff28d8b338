import Glibc

/// Who may read and write a file: its mode and its group, and where that can be, its owner.
public struct FileRights: Hashable, Sendable {
  /// The permission bits.
  public var mode: mode_t
  /// The group.
  public var group: gid_t
  /// The owner; `nil` for whoever makes it.
  public var owner: uid_t?

  /// Rights by their parts.
  public init(mode: mode_t, group: gid_t, owner: uid_t? = nil) {
    (self.mode, self.group, self.owner) = (mode, group, owner)
  }

  /// The rights of what was looked at; a file that takes its place gets them.
  public init(_ status: stat) { self.init(mode: status.st_mode & 0o7777, group: status.st_gid, owner: status.st_uid) }

  /// What a new file in a folder gets: whatever the umask, all who may read the folder read it.
  public init(ofNewFilesIn folder: stat) { self.init(mode: folder.st_mode & 0o666, group: folder.st_gid) }

  /// The same with the owner of the folder, where there is one; `nil` where the folder is not there.
  public static func ofNewFiles(in folder: String) -> FileRights? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    var rights = FileRights(ofNewFilesIn: status)
    rights.owner = status.st_uid
    return rights
  }

  /// Gives them to an open file; false where the system refuses the mode, and `errno` says why.
  ///
  /// Who may not give the file to its owner may still give it to its group, and who may not do that keeps it.
  public func give(to file: Int32) -> Bool {
    if owner.map({ fchown(file, $0, group) != 0 }) ?? true { _ = fchown(file, uid_t.max, group) }
    return fchmod(file, mode) == 0
  }

  /// Gives them to a folder; false where the system refuses the mode, and `errno` says why.
  public func give(toFolder path: String) -> Bool {
    if owner.map({ chown(path, $0, group) != 0 }) ?? true { _ = chown(path, uid_t.max, group) }
    return chmod(path, mode) == 0
  }
}
