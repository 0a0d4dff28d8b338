/// Shifts that must not follow each other from one day to the next; see ``Contract/forbiddenSuccessions``.
struct SuccessionRule: Sendable {
  /// Where in ``Model/successions`` the codes forbidden after each code begin.
  let table: Int32

  /// Forbidden pairs.
  func excess(_ row: Row, _ model: Model) -> Int {
    var count = 0
    var day = max(1, row.first)
    let latest = min(model.rowLength - 1, row.last + 1)
    while day <= latest {
      if row.isIn(model.successions[Int(table) + row[day - 1]], day) { count += 1 }
      day += 1
    }
    return count
  }
}

extension SuccessionRule: DiagramRule {
  var start: UInt16 { 0 }

  /// The code of the day before, or 0 where it forbids nothing.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let forbidden = model.successions[Int(table) + Int(state)]
    if day >= model.historyDays && (forbidden >> UInt64(code)) & 1 != 0 { return nil }
    return model.successions[Int(table) + code] == 0 ? 0 : UInt16(code)
  }
}
