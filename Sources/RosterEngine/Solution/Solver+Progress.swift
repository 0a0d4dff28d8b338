extension Solver {
  /// Reports of a search as they come, until it is over or cancelled; about twenty a second at most.
  ///
  /// The search itself runs wherever ``solve(_:options:control:)`` was called; end the sequence by leaving the loop.
  public static func progress(of control: SolveControl) -> AsyncStream<SolveProgress> {
    AsyncStream { continuation in
      let task = Task {
        var last: SolveProgress?
        while !Task.isCancelled && !control.isFinished {
          if let progress = control.progress, progress != last {
            last = progress
            continuation.yield(progress)
          }
          do { try await Task.sleep(for: .milliseconds(50)) } catch { break }
        }
        if let progress = control.progress, progress != last { continuation.yield(progress) }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
