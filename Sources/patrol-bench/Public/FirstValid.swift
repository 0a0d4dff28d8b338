import Foundation
import RosterEngine
import Synchronization

/// Watches a search for its first valid roster.
final class FirstValid: Sendable {
  private let found = Mutex<Double?>(nil)

  init(_ control: SolveControl, minimaAreHard: Bool) {
    let watch = Thread { [self] in
      while !control.isFinished {
        if let progress = control.progress, progress.isValid, !minimaAreHard || progress.missingUnits == 0 {
          return found.withLock { $0 = progress.elapsed }
        }
        Thread.sleep(forTimeInterval: 0.005)
      }
    }
    watch.start()
  }

  /// Seconds from the start of the search; `nil` if none was seen.
  func seconds() -> Double? { found.withLock { $0 } }
}
