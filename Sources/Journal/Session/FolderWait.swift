import Glibc

/// Waiting for another program to be done with the folder.
enum FolderWait {
  /// Waits for so many microseconds.
  static func pause(_ microseconds: UInt32) { usleep(microseconds) }
}
