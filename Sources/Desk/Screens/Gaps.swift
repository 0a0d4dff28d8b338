import Coverage
import RosterModel
import Screen

/// The list of gaps.
struct GapsState: Sendable {
  var list = ListState()
  /// The squares below minimum, worst first, and the state of the roster they were listed for.
  var squares: [SquareState] = []
  var revision = -1
  /// The lines in view for which a count was asked last.
  var rest: GridRest?
  /// How many units could legally fill each square, by the square's number; counted once the cursor rests.
  var fillers: [Int: Fillers] = [:]
}

extension ContextParts {
  static let gaps = ContextParts(
    title: "Gaps", commands: GapsKeys.commands, hasScreenKeys: true, settle: { $0.settleGaps($1) },
    rest: { $0.countCandidatesOfGaps() }, draw: { $0.drawGaps(in: $1, &$2) })
}

enum GapsKeys {
  static let commands = [
    Command(
      ["Enter"], "Go there", "Go to the cell on the grid", bar: 1,
      when: { $0.gaps.squares.isEmpty ? "there are no gaps" : nil }
    ) { $0.goToSelectedGap() },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.gaps.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.gaps.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.gaps.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.gaps.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the first line") { $0.gaps.list.home() },
    Command(["End", "G"], "Bottom", "Go to the last line") { $0.gaps.list.end() },
  ]
}

extension Model {
  mutating func goToSelectedGap() {
    guard gaps.squares.indices.contains(gaps.list.selected) else { return }
    let square = gaps.squares[gaps.list.selected].square
    open(.grid)
    grid.line = board.line(ofDemand: square.line, document.frame.plan)
    grid.column = document.column(square.day, tile: square.tile) ?? grid.column
  }

  mutating func settleGaps(_ body: Rect) {
    if screen == .gaps, gaps.revision != document.revision {
      gaps.revision = document.revision
      gaps.squares = document.grid.gaps()
      gaps.fillers = [:]
    }
    gaps.list.settle(count: gaps.squares.count, height: max(0, body.height - 1))
    let rest = GridRest(line: gaps.list.selected, column: gaps.list.viewport.offset, revision: gaps.revision)
    guard screen == .gaps, gaps.rest != rest,
      gaps.list.viewport.visible.contains(where: { gaps.fillers[number(ofGap: $0)] == nil })
    else { return }
    gaps.rest = rest
    restToken += 1
    emit(.wake(afterMilliseconds: Self.restMilliseconds, token: restToken))
  }

  private func number(ofGap position: Int) -> Int { gaps.squares[position].square.index }

  /// Counts who could fill the gaps in view; in a large city only those of the chosen line's day, which costs less.
  mutating func countCandidatesOfGaps() {
    let selected = gaps.list.selected
    guard gaps.squares.indices.contains(selected) else { return }
    let isLarge = document.base.units.count > Self.unitsCountedAtOnce
    let wanted = gaps.list.viewport.visible.filter { position in
      gaps.fillers[number(ofGap: position)] == nil
        && (!isLarge || gaps.squares[position].square.day == gaps.squares[selected].square.day)
    }
    let counts = document.grid.fillers(of: wanted.map { gaps.squares[$0].square })
    for (position, count) in zip(wanted, counts) { gaps.fillers[number(ofGap: position)] = count }
  }

  private static let unitsCountedAtOnce = 1000
}
