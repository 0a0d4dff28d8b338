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
