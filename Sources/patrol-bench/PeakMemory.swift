import Glibc

/// The most memory this process has held.
enum PeakMemory {
  /// The largest resident set so far, in MiB.
  static func mebibytes() throws -> Double {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { throw Unknown() }
    return Double(usage.ru_maxrss) / 1024
  }

  /// The system does not say.
  struct Unknown: Error {}
}
