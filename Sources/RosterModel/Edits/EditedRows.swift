/// Rows of a table while a step changes them: what is taken away is found by its value, and leaves a hole until the end.
///
/// Of equal rows the last is taken, as `Roster.apply(_:)` takes it for a single edit.
struct EditedRows<Row: Hashable> {
  private var slots: [Row?]
  /// Where each row that the step will look for stands, ascending.
  private var positions: [Row: [Int]]

  /// Rows before the step; O(rows).
  ///
  /// - Parameter sought: every row that will be removed or replaced.
  init(_ rows: [Row], sought: Set<Row>) {
    slots = rows
    positions = [:]
    guard !sought.isEmpty else { return }
    positions.reserveCapacity(sought.count)
    for row in sought { positions[row] = [] }
    for (position, row) in rows.enumerated() { positions[row]?.append(position) }
  }

  /// The rows as they are now; O(rows).
  var rows: [Row] { slots.compactMap { $0 } }

  /// Adds a row at the end.
  mutating func append(_ row: Row) {
    positions[row]?.append(slots.count)
    slots.append(row)
  }

  /// Takes away the last of the rows equal to this one; false where there is none.
  mutating func remove(_ row: Row) -> Bool {
    guard let position = positions[row]?.popLast() else { return false }
    slots[position] = nil
    return true
  }

  /// Puts another row in the place of the last of those equal to this one; false where there is none.
  mutating func replace(_ old: Row, by new: Row) -> Bool {
    guard let position = positions[old]?.popLast() else { return false }
    slots[position] = new
    if let place = positions[new]?.lastIndex(where: { $0 < position }) {
      positions[new]?.insert(position, at: place + 1)
    } else {
      positions[new]?.insert(position, at: 0)
    }
    return true
  }
}
