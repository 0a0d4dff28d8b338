import Screen

/// How the assign prompt divides its window.
struct AssignLayout {
  let window: Rect
  let field: Rect
  let list: Rect
  /// The reasons of the candidate under the cursor; empty in a low window.
  let reasons: Rect

  init(_ body: Rect) {
    let width = body.width > 60 ? min(100, body.width - 8) : body.width
    let height = body.height > 12 ? min(26, body.height - 2) : body.height
    window = body.centered(Size(width: width, height: height))
    let inside = window.splitTop(window.height > 1 ? 1 : 0).rest.inset(columns: window.width > 24 ? 1 : 0)
    let (field, rest) = inside.splitTop(1)
    let (list, reasons) = rest.splitBottom(rest.height >= 6 ? 2 : 0)
    self.field = field
    self.list = list
    self.reasons = reasons
  }
}
