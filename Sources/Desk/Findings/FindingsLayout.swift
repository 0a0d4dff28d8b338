import Screen

/// How the list of findings divides the body of the window.
struct FindingsLayout {
  let head: Rect
  let list: Rect
  /// The chosen finding at length; empty in a low window.
  let detail: Rect

  init(_ body: Rect) {
    let (head, rest) = body.splitTop(body.height >= 3 ? 1 : 0)
    self.head = head
    (list, detail) = rest.splitBottom(rest.height >= 12 ? 4 : 0)
  }
}
