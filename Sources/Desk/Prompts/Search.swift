import RosterModel
import Screen

/// What was searched for, where it was found, and which place was gone to last.
struct Search: Hashable, Sendable {
  /// A place that was found; a name of a line has no column.
  struct Place: Hashable, Sendable {
    let line: Int
    let column: Int?
  }

  var text = ""
  var places: [Place] = []
  var position = 0
}

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

/// What is searched for: words that must all be in a text, whatever their case and form.
struct Needle: Hashable, Sendable {
  private let words: [[UInt8]]

  init(_ text: String) {
    words = text.folded.split(separator: " ").map { Array($0.utf8) }
  }

  var isEmpty: Bool { words.isEmpty }

  func isIn(_ text: String) -> Bool { isIn(Haystack(text)) }

  /// Whether every word is in the text.
  ///
  /// Bytes of folded text in form C: equal words have equal bytes, and no character's bytes begin inside another's.
  func isIn(_ haystack: Haystack) -> Bool { words.allSatisfy { Self.find($0, in: haystack.bytes) } }

  private static func find(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      var length = 1
      while length < word.count, text[start + length] == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }
}

/// A text made ready for being searched.
struct Haystack: Hashable, Sendable {
  /// The folded text in UTF-8.
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.folded.utf8) }
}
