import Glibc

/// Runs a body on several threads at once and waits for all; the calling thread is one of them.
public enum Threads {
  private final class Start: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void

    init(index: Int, body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  /// Calls the body with `0..<count`; indices for which no thread can be made run on the calling thread.
  public static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var left: [Int] = []
    for index in stride(from: 1, to: count, by: 1) {
      let start = Unmanaged.passRetained(Start(index: index, body: body))
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          // Signals belong to the thread that waits for them, not to workers.
          var signals = sigset_t()
          sigfillset(&signals)
          pthread_sigmask(SIG_BLOCK, &signals, nil)
          let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
          start.body(start.index)
          return nil
        }, start.toOpaque())
      if status == 0 {
        threads.append(thread)
      } else {
        start.release()
        left.append(index)
      }
    }
    body(0)
    for index in left { body(index) }
    for thread in threads { pthread_join(thread, nil) }
  }
}
