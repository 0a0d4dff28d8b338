extension FolderWriter {
  /// Writes a folder of tables given as text, which must be new or empty.
  ///
  /// The folder is there whole or not at all, also after a crash.
  ///
  /// - Parameters:
  ///   - files: the names and texts of `roster.toml` and of tables.
  ///   - path: where the folder is to be; the folder around it must be there.
  public static func create(files: [(name: String, text: String)], at path: String) throws(SaveError) {
    let files = files.map { FolderPlacement.File(name: $0.name, bytes: Array($0.text.utf8)) }
    try FolderPlacement(at: path).place(files, replacing: false)
  }
}
