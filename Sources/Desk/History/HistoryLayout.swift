import Screen

/// How the history divides the body of the window.
struct HistoryLayout {
  let head: Rect
  let list: Rect
  /// The chosen entry's changes; empty in a low window.
  let detail: Rect

  init(_ body: Rect) {
    let (head, rest) = body.splitTop(body.height >= 3 ? 1 : 0)
    self.head = head
    (list, detail) = rest.splitBottom(rest.height >= 12 ? min(12, rest.height / 3) : 0)
  }
}
