// A small program on a terminal, for the tests of Terminal: it shows what it is told and does what it is asked.
import Glibc
import Screen
import Synchronization
import Terminal

final class Progress: Sendable {
  let steps = Atomic<Int>(0)
  let isStopping = Atomic<Bool>(false)
}

func view(_ lines: [String], row: Int, steps: Int, draws: Int, size: Size) -> Frame {
  var frame = Frame(size: size)
  let (title, body) = frame.bounds.splitTop(1)
  frame.fill(title, style: Style(.title))
  frame.write("Probe \(size) Юнусобод 東京 row \(row) steps \(steps) draws \(draws)", at: .zero, style: Style(.title))
  for (index, place) in body.rows.enumerated() {
    let text = index < lines.count ? lines[index] : "line \(index): 1/2 gap, 2/2 met, and so on to the right edge"
    let backdrop: Role? = index == row ? .cursor : nil
    let role = Role.allCases[index % Role.allCases.count]
    frame.write(
      text, at: Position(row: place, column: 0), width: size.width, style: Style(role, on: backdrop), clip: body)
  }
  frame.cursor = Position(row: row + 1, column: 0)
  return frame
}

func describe(_ event: InputEvent) -> String {
  switch event {
  case .key(let key): "key \(key)"
  case .mouse(let mouse): "mouse \(mouse.action) \(mouse.position.row),\(mouse.position.column)"
  case .paste(let text): "paste <\(text)>"
  case .pasteTooLong: "paste too long"
  case .resize(let size): "resize \(size)"
  case .focus(let isFocused): "focus \(isFocused)"
  }
}

@inline(never)
func overflow(_ depth: Int) -> Int {
  depth < 0 ? 0 : overflow(depth + 1) + overflow(depth + 2)
}

func main() {
  let session: TerminalSession
  do {
    session = try TerminalSession()
  } catch {
    let complaint = "probe: \(error)\n"
    _ = write(STDERR_FILENO, complaint, complaint.utf8.count)
    exit(3)
  }
  let progress = Progress()
  var worker: WorkerThread?
  var lines: [String] = session.notice.map { [$0] } ?? []
  var row = 0
  var draws = 0
  var arrival = Arrival()
  var isRunning = true
  while isRunning, arrival.ending == nil {
    draws += 1
    session.present(
      view(lines, row: row, steps: progress.steps.load(ordering: .relaxed), draws: draws, size: session.size))
    arrival = session.wait()
    for event in arrival.events {
      switch event {
      case .key(Key("q")): isRunning = false
      case .key(Key(.down)): row += 1
      case .key(Key(.up)): row -= 1
      case .key(Key("m")): session.setMouse(false)
      case .key(Key("y")): session.copy("Юнусобод")
      case .key(Key("X")): fatalError("asked to")
      case .key(Key("L")): while true { usleep(1000) }
      case .key(Key("O")): row = overflow(row)
      case .key(Key("W")): worker = try? WorkerThread { _ = overflow(0) }
      case .key(Key("w")):
        let waker = session.waker
        worker = try? WorkerThread {
          while !progress.isStopping.load(ordering: .relaxed) {
            progress.steps.add(1, ordering: .relaxed)
            waker.wake()
          }
        }
      default: lines = Array(([describe(event)] + lines).prefix(8))
      }
    }
    row = max(0, min(row, session.size.height - 2))
  }
  session.close()
  progress.isStopping.store(true, ordering: .relaxed)
  worker?.join()
  arrival.ending?.finish()
}

main()
