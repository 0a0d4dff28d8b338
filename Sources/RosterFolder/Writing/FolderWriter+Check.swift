extension FolderWriter {
  /// Whether a complete copy may be written to a path, before any work is done for it.
  ///
  /// - Throws: `SaveError` where `replaceFolder(at:with:from:)` would refuse the path as it is now.
  public static func checkReplaceable(_ path: String, from snapshot: FolderSnapshot) throws(SaveError) {
    if RealPath.of(path) == snapshot.path { return }
    try FolderPlacement(at: path).checkTarget(replacing: true)
  }
}
