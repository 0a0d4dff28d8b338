import Glibc

/// The journal's lock of writing, held as another program would hold it: nobody else's edit gets to the disk meanwhile.
final class WriteLock {
  private let descriptor: Int32

  /// Takes the lock of a roster's journal, as soon as it is free.
  ///
  /// SQLite's lock of writing in write-ahead mode is the byte 120 of the shared-memory file; source: "WAL-mode file
  /// format" of its documentation.
  init(of roster: String) throws {
    descriptor = open(roster + "/.patrol/journal.sqlite-shm", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXFailure(number: errno) }
    var lock = Glibc.flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 120, l_len: 1, l_pid: 0)
    while fcntl(descriptor, F_SETLKW, &lock) != 0 {
      guard errno == EINTR else { throw POSIXFailure(number: errno) }
    }
  }

  deinit { close(descriptor) }

  /// A system call that failed.
  struct POSIXFailure: Error {
    let number: Int32
  }
}
