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

/// What one unit of wrong cover costs; none is negative.
public struct NeedWeights: Hashable, Sendable {
  /// Per unit below the minimum.
  public var missing: Int
  /// Per unit below the preferred number, above the minimum.
  public var short: Int
  /// Per unit above the maximum.
  public var surplus: Int

  /// Creates weights.
  public init(missing: Int, short: Int, surplus: Int) {
    self.missing = missing
    self.short = short
    self.surplus = surplus
  }
}

/// Cover that comes from outside the problem: staff counted in a slot who are not planned here.
public struct OutsideCover: Hashable, Sendable {
  /// Cover line in `0..<Problem.lineCount`.
  public var line: Int
  /// Day in `0..<Problem.dayCount`.
  public var day: Int
  /// Slot in `0..<Problem.slotCount`.
  public var slot: Int
  /// How many; entries for the same slot add up.
  public var count: Int

  /// Creates cover from outside.
  public init(line: Int, day: Int, slot: Int, count: Int) {
    self.line = line
    self.day = day
    self.slot = slot
    self.count = count
  }
}

/// A relation of two counts in every slot of every day: `count(limited) <= factor * count(by)`.
///
/// It says, for one place, that some staff may work only beside others. The two lines need no demand of their own.
public struct Ratio: Hashable, Sendable {
  /// The cover line whose count is limited.
  public var limited: Int
  /// The cover line that allows it.
  public var by: Int
  /// How many `limited` one of `by` allows; not negative.
  public var factor: Int
  /// Whether it may be broken; counted per unit of `limited` too many.
  public var strength: Strength

  /// Creates a relation between two different lines.
  public init(limited: Int, by: Int, factor: Int, strength: Strength = .hard) {
    self.limited = limited
    self.by = by
    self.factor = factor
    self.strength = strength
  }
}
