import Screen

/// The desk as a window of this size shows it.
///
/// Pure, and only what is visible is drawn: it costs the same for a department and for a city.
public func view(_ model: Model, _ size: Size) -> Frame {
  var shown = model
  if shown.size != size {
    shown.size = size
    shown.settle()
  }
  var frame = Frame(size: size)
  let chrome = Chrome(size)
  shown.drawTitle(in: chrome.title, &frame)
  shown.drawScreen(in: chrome.body, &frame)
  shown.drawPrompt(in: chrome.body, &frame)
  shown.drawNotice(in: chrome.notice, &frame)
  shown.drawKeys(in: chrome.keys, &frame)
  return frame
}

extension Model {
  fileprivate func drawScreen(in body: Rect, _ frame: inout Frame) {
    guard !body.isEmpty else { return }
    switch screen {
    case .city: drawCity(in: body, &frame)
    case .gaps: drawGaps(in: body, &frame)
    case .findings: drawFindings(in: body, &frame)
    case .plan: drawPlan(in: body, &frame)
    case .history: drawHistory(in: body, &frame)
    case .help: drawHelp(in: body, &frame)
    default: drawGrid(in: body, &frame)
    }
  }
}
