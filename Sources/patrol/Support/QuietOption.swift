import ArgumentParser

/// Whether a verb says no more than it was asked for; every verb takes it.
struct QuietOption: ParsableArguments {
  @Flag(
    name: .shortAndLong,
    help: "Say only what is asked for: no notes, summaries and progress on standard error. What is wrong is said.")
  var quiet = false

  /// The streams of a verb that was given the option, or was not.
  var streams: StandardStreams { StandardStreams(isQuiet: quiet) }
}
