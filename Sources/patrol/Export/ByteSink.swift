import Glibc

/// Writing bytes to an open file.
enum ByteSink {
  /// Writes all of them; `false` where that failed, and `errno` says why.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if written < 0, errno == EINTR { continue }
        if written < 0 { return false }
        done += written
      }
      return true
    }
  }
}
