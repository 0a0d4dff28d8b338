import CTerminal

/// Wakes the loop that waits on a terminal, from any thread.
///
/// However often it is used before the loop looks, the loop is woken once. A worker publishes its news where the loop
/// can find it and then wakes.
public final class Waker: Sendable {
  let descriptor: Int32

  init() throws(TerminalError) {
    descriptor = ct_wake_open()
    if descriptor < 0 { throw .lastSystemError }
  }

  deinit {
    ct_wake_close(descriptor)
  }

  /// Wakes the loop, now or as soon as it may draw again.
  public func wake() {
    ct_wake(descriptor)
  }

  func drain() {
    ct_wake_drain(descriptor)
  }
}
