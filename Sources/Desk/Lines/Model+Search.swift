import RosterModel
import Screen

extension Model {
  /// Why there is no next place; `nil` where there is.
  var whyNothingFound: String? {
    if search.text.isEmpty { return "nothing was searched for; / does" }
    return search.places.isEmpty ? "“\(search.text)” was not found" : nil
  }

  /// Finds beats by name and id, and postings by the unit's callsign, leader and id; goes to the first from the cursor.
  mutating func find(_ text: String) {
    let needle = Needle(text)
    guard !needle.isEmpty else { return }
    search = Search(text: text, places: places(of: needle))
    guard let first = search.places.firstIndex(where: isAtOrAfterCursor) ?? search.places.indices.first else {
      return say(.note, "“\(text)” was not found.")
    }
    goToFound(first)
  }

  /// Goes to the next or previous place found.
  mutating func findAgain(_ direction: Int) {
    let count = search.places.count
    guard count > 0 else { return }
    goToFound((search.position + direction + count) % count)
  }

  private mutating func goToFound(_ position: Int) {
    search.position = position
    let place = search.places[position]
    open(.grid)
    grid.line = place.line
    grid.column = place.column ?? grid.column
    say(
      .note,
      "“\(search.text)”: \(position + 1) of \(search.places.count)" + (search.places.count > 1 ? "; n and N go on" : "")
    )
  }

  private func places(of needle: Needle) -> [Search.Place] {
    var found: [Search.Place] = []
    for (number, line) in board.lines.enumerated() {
      switch line {
      case .group(let place):
        if needle.isIn(name(of: place) + " " + document.base.id(place)) {
          found.append(Search.Place(line: number, column: nil))
        }
      case .beat(let beat):
        let row = document.base.beats[beat.index]
        if needle.isIn(row.name + " " + row.id) { found.append(Search.Place(line: number, column: nil)) }
      case .demand: break
      }
    }
    return found + postings(of: needle)
  }

  private func postings(of needle: Needle) -> [Search.Place] {
    var found: [Search.Place] = []
    for (index, unit) in document.base.units.enumerated()
    where needle.isIn([unit.callsign, unit.leader, unit.id].joined(separator: " ")) {
      for posting in document.grid.assignments(of: UnitReference(index)) where posting.beat.isKnown {
        guard posting.shift.isKnown, let tile = document.settings.shifts.tileNumbers[posting.shift.index].first,
          let column = document.column(posting.day, tile: tile)
        else { continue }
        found.append(Search.Place(line: board.line(of: posting.beat), column: column))
      }
    }
    return found.sorted { ($0.column ?? 0, $0.line) < ($1.column ?? 0, $1.line) }
  }

  private func isAtOrAfterCursor(_ place: Search.Place) -> Bool {
    guard let column = place.column else { return place.line >= grid.line }
    return (column, place.line) >= (grid.column, grid.line)
  }
}
