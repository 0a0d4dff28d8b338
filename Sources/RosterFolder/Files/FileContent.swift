import Glibc

/// What a file held when it was read, and what must stay the same when it is replaced.
struct FileContent {
  /// All its bytes.
  var bytes: [UInt8]
  /// Its permission bits.
  var mode: mode_t
  /// The group that owns it.
  var group: gid_t
}
