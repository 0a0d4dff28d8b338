import Files
import Glibc

extension FolderWriter {
  /// Whether a folder may be saved to, before any work is done for it.
  ///
  /// - Throws: `SaveError` where this process may not write to it.
  public static func checkWritable(_ snapshot: FolderSnapshot) throws(SaveError) {
    guard access(snapshot.path, W_OK) == 0 else {
      throw .failed(path: snapshot.path, step: "write to", reason: SystemError.current)
    }
  }

  /// Whether a complete copy may be written to a path, before any work is done for it.
  ///
  /// - Throws: `SaveError` where `replaceFolder(at:with:from:)` would refuse the path as it is now.
  public static func checkReplaceable(_ path: String, from snapshot: FolderSnapshot) throws(SaveError) {
    if FilePath.real(path) == snapshot.path { return try checkWritable(snapshot) }
    try FolderPlacement(at: path).checkTarget(replacing: true)
  }
}
