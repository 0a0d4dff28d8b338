import Screen

/// How the plan screen divides the body of the window.
struct PlanLayout {
  let figures: Rect
  let list: Rect

  init(_ body: Rect) {
    (figures, list) = body.splitTop(body.height >= 10 ? 6 : min(3, max(0, body.height - 1)))
  }
}
