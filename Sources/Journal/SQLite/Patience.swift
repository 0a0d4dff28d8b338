import Files

/// How long a writer waits for its turn.
enum Patience {
  /// The longest wait for a turn, in tries.
  private static let most = 1_200

  /// Waits a little longer each time, and never exactly as long as others do; false when it has been enough, after about
  /// ten seconds.
  static func wait(_ tries: Int) -> Bool {
    guard tries < most else { return false }
    let longest: UInt32 = tries < 10 ? 1_000 : tries < 50 ? 5_000 : 12_000
    Pause.microseconds(UInt32.random(in: 200...longest))
    return true
  }
}
