import Screen

/// The chosen line of a list and the part of the list in view.
struct ListState: Hashable, Sendable {
  private(set) var selected = 0
  private(set) var viewport = Viewport(count: 0, length: 0)

  /// Fits the list to its lines and its height, with the chosen line in view.
  mutating func settle(count: Int, height: Int) {
    selected = min(max(0, selected), max(0, count - 1))
    viewport = viewport.resized(count: count, length: height).revealing(selected, margin: 1)
  }

  mutating func select(_ line: Int) { selected = line }
  mutating func move(by lines: Int) { selected = max(0, min(viewport.count - 1, selected + lines)) }
  mutating func page(_ direction: Int) { move(by: direction * max(1, viewport.length - 1)) }
  mutating func home() { selected = 0 }
  mutating func end() { selected = max(0, viewport.count - 1) }
}
