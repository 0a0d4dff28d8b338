import Dispatch
import Glibc
import Synchronization

/// Counts how often the person pressed Ctrl-C, so that the first can stop the search and the second everything.
///
/// Held by the main thread; the system's signal handler itself does nothing.
final class InterruptWatch {
  private final class Presses: Sendable {
    let count = Atomic<Int>(0)
  }

  private let presses = Presses()
  private let source: any DispatchSourceSignal

  /// Watches from now on; `onFirst` runs once, on a queue of its own.
  init(onFirst: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "interrupts"))
    source.setEventHandler { [presses] in
      switch presses.count.add(1, ordering: .relaxed).newValue {
      case 1: onFirst()
      // The second means: leave at once and write nothing. No file is open for writing while a plan runs.
      default: _exit(ExitStatus.interrupted.rawValue)
      }
    }
    source.resume()
  }

  /// Whether Ctrl-C was pressed.
  var isInterrupted: Bool { presses.count.load(ordering: .relaxed) > 0 }

  /// Waits with what a press of Ctrl-C does until `release`.
  func hold() { source.suspend() }

  /// Goes on after `hold`.
  func release() { source.resume() }

  /// Ends watching: from now on Ctrl-C is held off, so that what is being written is written whole.
  func stop() { source.cancel() }
}
