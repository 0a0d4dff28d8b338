import ArgumentParser

/// The clock that `today` and `tomorrow` go by.
struct NowOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The time that today and tomorrow go by, as 2026-12-05T03:00 (default: PATROL_NOW, or the clock).",
      valueName: "time"))
  var now: String?
}
