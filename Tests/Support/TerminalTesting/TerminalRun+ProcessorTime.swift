import Glibc

extension TerminalRun {
  /// The processor time that the program has used so far, in all its threads.
  public var processorTime: Duration {
    get throws {
      var clock = clockid_t()
      var time = timespec()
      guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
        throw RunError(what: "the program's processor time cannot be read", screen: screen.text)
      }
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
  }
}
