import RosterModel

/// Another desk's cursor, where it is on the grid.
struct Visitor: Hashable, Sendable {
  /// Who.
  let person: String
  /// Where, in words.
  let words: String
  /// Its cell; `nil` where it is on no cell of the period.
  let cell: CellPlace?
}

extension Model {
  /// Takes in which desks are open.
  mutating func takeDesks(_ desks: [DeskPresence]) {
    let others = desks.filter { $0.author.session != acts.author.session }
      .sorted { ($0.author.person, $0.author.session) < ($1.author.person, $1.author.session) }
    visitors = others.map { desk in
      let cell = cell(ofPlace: desk.place)
      return Visitor(person: desk.author.person, words: cell.map(words(of:)) ?? words(ofPlace: desk.place), cell: cell)
    }
  }

  /// Who else is here, in a few words.
  var company: String { visitors.count == 1 ? visitors[0].person.truncated(toCells: 16) : "\(visitors.count) others" }

  /// Why there are no others to list; `nil` where there are.
  var whyNoDesks: String? { visitors.isEmpty ? "no other desk is open on this roster" : nil }

  /// Lists the other desks; choosing one goes where its dispatcher is.
  mutating func listDesks() {
    guard whyNoDesks == nil else { return }
    let options = visitors.map { visitor in
      ChoosePrompt.Option(
        label: "\(visitor.person) · \(visitor.words)", action: visitor.cell.map { .goTo($0) } ?? .nothing)
    }
    prompt = .choose(ChoosePrompt(title: "Other desks", options: options))
  }

  /// Opens the grid at a cell.
  mutating func go(to cell: CellPlace) {
    guard let column = document.column(cell.day, tile: cell.tile) else { return }
    go(to: Search.Place(line: board.line(of: cell.beat), column: column))
  }

  /// Tells the other desks where the cursor is, where it has moved.
  mutating func tellPlace() {
    let place = ownPlace
    guard place != toldPlace else { return }
    toldPlace = place
    emit(.presence(place))
  }

  /// Where the cursor is, as a subject is printed, or the screen's name where it is on no cell.
  private var ownPlace: String {
    guard screen == .grid, let cell = cellAtCursor else { return screen.rawValue }
    return Subject.cell(
      beat: document.base.beats[cell.beat.index].id, day: cell.day, shift: tileID(cell.tile)
    ).description
  }

  private func cell(ofPlace place: String) -> CellPlace? {
    guard place.hasPrefix("cell:") else { return nil }
    let parts = place.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let beat = document.beat(String(parts[0])), let day = Day(iso: parts[1]),
      let tile = document.tiles(ofShift: String(parts[2])).first, document.column(day, tile: tile) != nil
    else { return nil }
    return CellPlace(beat: beat, day: day, tile: tile)
  }

  private func words(ofPlace place: String) -> String { Context(rawValue: place)?.title ?? place }
}

extension Model {
  /// Tells of what others have done: `Karimova, 14:03: Move Sokol-12 to Market, Sat 5 Dec B`.
  ///
  /// It waits behind a notice about the dispatcher's own last key.
  mutating func tell(of entries: [JournalEntry]) {
    guard let last = entries.last else { return }
    var text = "\(last.author.person), \(moment(last.at)): \(words(of: last))"
    untold += entries.count
    if untold > 1 { text += " (and \(untold - 1) more; 5 lists them)" }
    othersNotice = Notice(kind: .note, text: text)
  }

  /// The notice to be shown: of the last key, or else of others.
  var shownNotice: Notice? { notice ?? othersNotice }

  /// A key was pressed: what was shown has been read.
  mutating func clearNotice() {
    if notice == nil {
      othersNotice = nil
      untold = 0
    }
    notice = nil
  }
}
