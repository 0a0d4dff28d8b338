import Glibc

/// Who may read and write a file: its mode and its group.
struct FileRights {
  /// The permission bits.
  var mode: mode_t
  /// The group.
  var group: gid_t

  /// Gives them to an open file; false where the system refuses the mode.
  ///
  /// Who is not of the group cannot give it away; the file then stays with their own, as a table does.
  func give(to file: Int32) -> Bool {
    _ = fchown(file, uid_t.max, group)
    return fchmod(file, mode) == 0
  }
}
