import CTerminal

/// A thread for long work beside a terminal's loop.
///
/// Signals stay with the loop's thread, and a crash in the worker gives the terminal back as well, even by an overflow
/// of its stack. The work is told to stop by whatever it shares with its owner; releasing the thread does not stop it.
public final class WorkerThread {
  private let thread: UInt
  private var isJoined = false

  /// Starts `work` on a thread of its own.
  ///
  /// - Throws: `TerminalError.system` when the system starts no more threads.
  public init(_ work: @escaping @Sendable () -> Void) throws(TerminalError) {
    let start = Unmanaged.passRetained(Start(work: work)).toOpaque()
    var thread: UInt = 0
    let result = ct_worker_start(&thread, runStart, start)
    self.thread = thread
    if result != 0 {
      Unmanaged<Start>.fromOpaque(start).release()
      isJoined = true
      throw .system(errno: result)
    }
  }

  /// Waits until the work is done.
  public func join() {
    if !isJoined { ct_worker_join(thread) }
    isJoined = true
  }

  deinit {
    if !isJoined { ct_worker_detach(thread) }
  }
}

/// What a thread is given to begin with.
private final class Start: Sendable {
  let work: @Sendable () -> Void

  init(work: @escaping @Sendable () -> Void) {
    self.work = work
  }
}

private func runStart(_ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<Start>.fromOpaque(context).takeRetainedValue().work()
}

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
