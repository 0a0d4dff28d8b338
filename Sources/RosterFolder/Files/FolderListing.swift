import Glibc

/// The names in a folder.
package enum FolderListing {
  /// The names in the order of their bytes, without `.` and `..`; `nil` where the system cannot, `errno` saying why.
  package static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    // The end and a list that breaks off look the same but for this.
    return errno == 0 ? names.sorted() : nil
  }
}
