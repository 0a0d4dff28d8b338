import Glibc

/// The time that the programs under test take for now.
public enum TestClock {
  /// Before the rosters of the tests begin, so that nothing in them is worked by now, whenever the tests run.
  public static let time = "2026-11-01T12:00"

  /// Gives the time to every program that is started from here on, unless the environment has another.
  public static let isSet = setenv("PATROL_NOW", time, 0) == 0
}
