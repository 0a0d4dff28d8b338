import Synchronization

/// The handle on a running search: stops it and tells how far it is, from any thread.
public final class SolveControl: Sendable {
  private let cancelled = Atomic<Bool>(false)
  private let finished = Atomic<Bool>(false)
  private let latest = Mutex<SolveProgress?>(nil)

  /// Creates a handle for one run.
  public init() {}

  /// Asks the search to stop; it answers within 50 ms with the best roster so far.
  public func cancel() {
    cancelled.store(true, ordering: .releasing)
  }

  /// Whether ``cancel()`` was called.
  public var isCancelled: Bool {
    cancelled.load(ordering: .acquiring)
  }

  /// The latest report, or `nil` before the first roster; each replaces the one before.
  public var progress: SolveProgress? {
    latest.withLock { $0 }
  }

  /// Whether the search has given its answer.
  public var isFinished: Bool {
    finished.load(ordering: .acquiring)
  }

  func finish() {
    finished.store(true, ordering: .releasing)
  }

  func publish(_ progress: SolveProgress) {
    latest.withLock { $0 = progress }
  }
}
