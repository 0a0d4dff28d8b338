import Screen

/// How a window is divided: the title, the screen itself, the line of notices, the key bar.
///
/// The less there is of the window, the more of it goes to the screen.
struct Chrome {
  let title: Rect
  let body: Rect
  let notice: Rect
  let keys: Rect

  init(_ size: Size) {
    let window = Rect(size)
    let (title, below) = window.splitTop(size.height >= 3 ? 1 : 0)
    let (above, keys) = below.splitBottom(size.height >= 4 ? 1 : 0)
    let (body, notice) = above.splitBottom(size.height >= 2 ? 1 : 0)
    self.title = title
    self.body = body
    self.notice = notice
    self.keys = keys
  }
}
