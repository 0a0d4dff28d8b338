/// A day worked and its code, as rules remember it from one day to the next.
struct DiagramDay {
  let day: Int
  let code: Int

  init(day: Int, code: Int) { (self.day, self.code) = (day, code) }

  /// Reads a state that was kept until a day; `nil` for 0.
  init?(_ state: UInt16, _ day: Int, _ model: Model) {
    guard state > 0 else { return nil }
    let (ago, shift) = Int(state - 1).quotientAndRemainder(dividingBy: model.shiftCount)
    self.init(day: day - 1 - ago, code: shift + 1)
  }

  /// The state that says so on a later day; 0 where that is too long ago to be told.
  func state(_ later: Int, _ model: Model) -> UInt16 {
    UInt16(exactly: 1 + (later - 1 - day) * model.shiftCount + code - 1) ?? 0
  }

  func time(_ model: Model) -> CellTime { model.times[day * model.shiftCount + code - 1] }
}
