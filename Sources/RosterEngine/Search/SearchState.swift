/// A roster under search, with the counts that make a change cheap to judge.
///
/// Changing it is two steps, so that a move that breaks a hard rule never touches the cover counts: first the row
/// (``setCell(_:_:_:_:)``), then the cover (``addCover(_:_:)``, ``removeCover(_:_:)``).
struct SearchState: Sendable {
  /// Codes by staff then row day.
  private(set) var codes: [UInt8]
  /// The option worked by staff then row day; -1 when off and in history.
  private(set) var options: [Int32]
  private(set) var loads: [Load]
  /// Days of each shift in the period, by staff then shift.
  private(set) var shiftCounts: [Int16]
  /// Cover by point.
  var counts: [Int32]

  /// The roster with nothing in it but history, outside cover and fixed cells.
  init(_ problem: Problem, _ model: Model) {
    codes = Array(repeating: 0, count: model.staffCount * model.rowLength)
    options = Array(repeating: -1, count: model.staffCount * model.rowLength)
    loads = Array(repeating: Load(), count: model.staffCount)
    shiftCounts = Array(repeating: 0, count: model.staffCount * model.shiftCount)
    counts = model.outside.isEmpty ? Array(repeating: 0, count: model.needs.count) : model.outside
    for past in problem.history {
      codes[past.staff * model.rowLength + past.day + model.historyDays] = UInt8(past.assignment.shift + 1)
    }
    countHistoryWeekends(model)
    for cell in problem.fixed {
      guard let assignment = cell.assignment else { continue }
      let option = model.option(of: model.staffClass[cell.staff], post: Int32(assignment.post))
      put(cell.staff, cell.day + model.historyDays, UInt8(assignment.shift + 1), option, model)
    }
  }

  /// Weekends that history alone makes worked; later changes keep the counts right.
  private mutating func countHistoryWeekends(_ model: Model) {
    for weekend in 0..<(model.weekends.starts.count - 1) {
      let days = model.weekends.items[model.weekends.range(weekend)]
      for member in 0..<model.staffCount
      where days.contains(where: { codes[member * model.rowLength + Int($0)] != 0 }) {
        loads[member].weekends += 1
      }
    }
  }

  /// Changes a cell of the period and its cover, without judging it.
  mutating func put(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) {
    let cell = member * model.rowLength + day
    let (oldCode, oldOption) = (codes[cell], options[cell])
    setCell(member, day, code, option, model)
    _ = removeCover(day, oldCode, oldOption, model)
    _ = addCover(day, code, option, model)
  }

  /// Changes a cell of the period and what its row adds up to, but not the cover.
  @inline(__always)
  mutating func setCell(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) {
    let cell = member * model.rowLength + day
    let old = codes[cell]
    options[cell] = option
    guard old != code else { return }
    codes[cell] = code
    var load = loads[member]
    if old != 0 {
      load.minutes &-= model.times[day * model.shiftCount + Int(old) - 1].minutes
      shiftCounts[member * model.shiftCount + Int(old) - 1] &-= 1
      if (model.nightCodes >> UInt64(old)) & 1 != 0 { load.nights &-= 1 }
    }
    if code != 0 {
      load.minutes &+= model.times[day * model.shiftCount + Int(code) - 1].minutes
      shiftCounts[member * model.shiftCount + Int(code) - 1] &+= 1
      if (model.nightCodes >> UInt64(code)) & 1 != 0 { load.nights &+= 1 }
    }
    if (old == 0) != (code == 0) {
      let sign: Int32 = code == 0 ? -1 : 1
      load.days &+= sign
      let weekend = model.weekendOf[day]
      if weekend >= 0 {
        load.weekendDays &+= sign
        if !isWeekendWorked(member, Int(weekend), besides: day, model) { load.weekends &+= sign }
      }
    }
    loads[member] = load
  }

  /// Whether any point is below what it wants.
  func isShort(_ model: Model) -> Bool {
    counts.indices.contains { counts[$0] < model.wanted[$0] }
  }

  private func isWeekendWorked(_ member: Int, _ weekend: Int, besides day: Int, _ model: Model) -> Bool {
    for index in model.weekends.range(weekend) {
      let other = Int(model.weekends.items[index])
      if other != day && codes[member * model.rowLength + other] != 0 { return true }
    }
    return false
  }
}
