/// The three numbers of a demand row.
struct DemandLevel {
  var minimum: Int
  var target: Int
  var maximum: Int?

  /// A beat: one unit may be missing where two are wanted, and one more is welcome.
  @Sendable static func ofBeat(_ target: Int) -> DemandLevel {
    DemandLevel(minimum: target > 1 ? target - 1 : target, target: target, maximum: target > 0 ? target + 1 : 0)
  }

  /// A wider place: at least a share of the target, in per cent, with no upper limit.
  static func atLeast(percent: Int) -> @Sendable (Int) -> DemandLevel {
    { target in DemandLevel(minimum: target * percent / 100, target: target, maximum: nil) }
  }
}
