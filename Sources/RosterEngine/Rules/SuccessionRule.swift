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
