import Dispatch
import Planner

/// Draws where a plan stands over one line of standard error, four times a second, where that is a terminal.
final class ProgressLine {
  private let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "progress")
  private let streams: StandardStreams

  /// - Parameter what: what is being done, in words.
  init(_ control: PlanControl, _ streams: StandardStreams, what: String = "planning") {
    self.streams = streams
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 0.25, repeating: 0.25)
    timer.setEventHandler {
      guard let progress = control.progress else {
        streams.progress("\(what): compiling the roster")
        return
      }
      var line = "\(what): \(Int(progress.elapsed)) s, \(progress.gaps) gaps left, \(progress.shortfall) below target"
      line += ", cost \(progress.cost)"
      if progress.bound > 0 { line += " (bound \(progress.bound))" }
      streams.progress(line + "; Ctrl-C keeps the best so far")
    }
  }

  /// Begins to draw.
  func start() {
    if streams.complainsToTerminal { timer.resume() } else { timer.activate() }
  }

  /// Ends drawing and clears the line, once no drawing is under way.
  func stop() {
    timer.cancel()
    queue.sync { streams.progress("") }
  }
}
