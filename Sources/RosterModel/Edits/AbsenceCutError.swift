/// That an absence goes on, by weekdays, before and after the days on which it was to end.
public struct AbsenceCutError: Error, Hashable, Sendable {
  /// The absence.
  public var absence: Absence
}
