import Glibc

/// Whether a place is inside a roster, where no other may be: each would be taken for a part of the other, by who copies,
/// moves or removes the outer one as by who looks for its files.
enum EnclosingRoster {
  /// The nearest folder above a path that is a roster; `nil` where none is, however far up.
  ///
  /// - Parameter path: a path without links, dots or a slash at its end; what is there need not exist.
  static func of(_ path: String) -> String? {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      var status = stat()
      if lstat(folder + "/" + SettingsReader.file, &status) == 0 { return folder.isEmpty ? "/" : String(folder) }
    }
    return nil
  }
}
