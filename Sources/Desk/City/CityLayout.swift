import Screen

/// How the heat map divides the body of the window.
struct CityLayout {
  /// The cells that one day takes, the gap behind it included.
  static let cellWidth = 6

  let header: Rect
  let names: Rect
  /// The lines, names and cells together.
  let lines: Rect
  let cells: Rect

  init(_ body: Rect) {
    let (header, lines) = body.splitTop(Self.headerHeight(body.height))
    let nameWidth = body.width >= 2 * Self.cellWidth ? max(Self.cellWidth, min(28, body.width / 4)) : 0
    (names, cells) = lines.splitLeft(nameWidth)
    self.header = header
    self.lines = lines
  }

  /// Weekday, date and the figures of the whole; fewer in a low window.
  private static func headerHeight(_ height: Int) -> Int {
    switch height {
    case 6...: 3
    case 3...: 2
    default: max(0, height - 1)
    }
  }

  /// How many days are in view.
  var dayCount: Int { max(cells.width > 0 ? 1 : 0, cells.width / Self.cellWidth) }

  /// The column of the screen at which the day in view begins.
  func screenColumn(_ position: Int) -> Int { cells.origin.column + position * Self.cellWidth }
}
