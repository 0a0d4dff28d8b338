import RosterModel

extension Model {
  /// Drops what is in hand, or goes back to the screen before.
  mutating func escape() {
    if grid.carried != nil {
      grid.carried = nil
      return say(.note, "Dropped; nothing was moved.")
    }
    goBack()
  }

  /// Puts the cell and its units on the clipboard.
  mutating func copyCell() {
    guard let cell = cellAtCursor else { return }
    let units = postingsAtCursor.map(words(of:))
    emit(.copy(words(of: cell) + ": " + (units.isEmpty ? "nobody" : units.joined(separator: ", "))))
    say(.done, "Copied \(words(of: cell))")
  }
}
