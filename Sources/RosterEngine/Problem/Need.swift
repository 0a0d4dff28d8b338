/// How many staff a cover line wants in one slot of one day.
public struct Need: Hashable, Sendable {
  /// Each missing below this costs ``NeedWeights/missing``.
  public var minimum: Int32
  /// Each missing between `minimum` and this costs ``NeedWeights/short``; not below `minimum`.
  public var preferred: Int32
  /// Each above this costs ``NeedWeights/surplus``; not below `preferred`.
  public var maximum: Int32
  /// Index into ``Problem/needWeights``.
  public var weights: Int32

  /// Wants nothing and minds nothing.
  public static let none = Need(minimum: 0)

  /// Creates a need; without `preferred` it is `minimum`, without `maximum` there is no upper limit.
  public init(minimum: Int, preferred: Int? = nil, maximum: Int? = nil, weights: Int = 0) {
    self.minimum = Int32(clamping: minimum)
    self.preferred = Int32(clamping: preferred ?? minimum)
    self.maximum = Int32(clamping: maximum ?? Int(Int32.max))
    self.weights = Int32(clamping: weights)
  }
}
