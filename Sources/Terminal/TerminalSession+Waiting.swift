import CTerminal
import Glibc
import Screen

extension TerminalSession {
  /// Waits for something to happen, at most for `limit`, and takes all of it.
  ///
  /// Everything typed so far arrives at once, so that a key held down never queues behind drawing. A worker's wakings
  /// are spaced by the options' interval; keys are not held up by them.
  public func wait(atMost limit: Duration? = nil) -> Arrival {
    var arrival = Arrival()
    guard isOpen else {
      arrival.ending = .terminalGone
      return arrival
    }
    let deadline = limit.map { ContinuousClock.now + $0 }
    while arrival.isEmpty {
      let now = ContinuousClock.now
      let isHeld = lastWaking.map { now < $0 + options.wakeInterval } ?? false
      let times = [deadline, isHeld ? lastWaking.map { $0 + options.wakeInterval } : nil, decoderDeadline(now)]
      let next = times.compactMap { $0 }.min()
      let found = Int(ct_wait(isHeld ? -1 : waker.descriptor, next.map { Self.milliseconds(from: now, to: $0) } ?? -1))
      take(found, into: &arrival)
      if found == 0, let next, ContinuousClock.now >= next {
        if decoder.waiting != nil, next == times[2] { accept(decoder.flush(), into: &arrival) }
        if next == deadline { break }
      }
    }
    return arrival
  }

  /// When to stop waiting for the rest of a sequence.
  private func decoderDeadline(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    switch decoder.waiting {
    case .sequence: now + options.escapeDelay
    // A paste whose end was lost must not swallow the keyboard for ever.
    case .paste: now + .seconds(2)
    case nil: nil
    }
  }

  private func take(_ found: Int, into arrival: inout Arrival) {
    if found & CT_SIGNAL != 0 { takeSignals(into: &arrival) }
    if found & CT_INPUT != 0 { takeInput(into: &arrival) }
    if found & CT_HANGUP != 0, arrival.ending == nil { arrival.ending = .terminalGone }
    if found & CT_WOKEN != 0 {
      waker.drain()
      lastWaking = .now
      arrival.isWoken = true
    }
  }

  private func takeSignals(into arrival: inout Arrival) {
    let signals = Int(ct_take_signals())
    for (bit, signal) in [
      (CT_INTERRUPT, SIGINT), (CT_TERMINATE, SIGTERM), (CT_QUIT, SIGQUIT), (CT_HANGUP_SIGNAL, SIGHUP),
    ] where signals & bit != 0 {
      arrival.ending = .signal(signal)
    }
    if arrival.ending != nil { return }
    let before = size
    if signals & CT_STOP != 0 {
      suspend(group: false)
    } else if signals & CT_CONTINUED != 0 {
      ct_resume()
      redraw()
    }
    size = Self.measure()
    if size != before {
      // The window may have moved its lines about: nothing on it can be relied on.
      presented = nil
      ct_invalidate()
      arrival.events.removeAll { if case .resize = $0 { true } else { false } }
      arrival.events.append(.resize(size))
    }
  }

  /// Reads until nothing more is there, or a second's worth of a fast line.
  private func takeInput(into arrival: inout Arrival) {
    var taken = 0
    repeat {
      let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        count = max(0, ct_read(buffer.baseAddress, buffer.count))
      }
      guard !bytes.isEmpty else {
        if arrival.ending == nil { arrival.ending = .terminalGone }
        return
      }
      taken += bytes.count
      accept(decoder.decode(bytes), into: &arrival)
    } while taken < 1 << 20 && Int(ct_wait(-1, 0)) & CT_INPUT != 0
  }

  private func accept(_ events: [InputEvent], into arrival: inout Arrival) {
    for event in events {
      if event == .key(Key("z", .control)) {
        let before = size
        suspend(group: true)
        if size != before { arrival.events.append(.resize(size)) }
      } else {
        arrival.events.append(event)
      }
    }
  }

  /// Rounded up, so that a wait is not cut into many that are too short.
  private static func milliseconds(from now: ContinuousClock.Instant, to then: ContinuousClock.Instant) -> Int32 {
    let (seconds, attoseconds) = now.duration(to: then).components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }
}

/// What a wait ended with.
public struct Arrival: Sendable {
  /// All that was typed, pasted, clicked or resized, in order; several resizes are one.
  public internal(set) var events: [InputEvent] = []
  /// Whether a worker has news.
  public internal(set) var isWoken = false
  /// Why the program must end; nil if it need not.
  public internal(set) var ending: Ending?

  /// Nothing, before the first wait.
  public init() {}

  /// Whether the time ran out before anything arrived.
  public var isEmpty: Bool { events.isEmpty && !isWoken && ending == nil }
}

/// Why a program on a terminal has to end, though nobody chose to quit.
public enum Ending: Hashable, Sendable {
  /// A signal asked for it: INT, TERM, HUP or QUIT.
  case signal(Int32)
  /// The terminal is gone: its window was closed, or the line is cut.
  case terminalGone

  /// The code to exit with where the program does not die by the signal: 128 and the signal's number.
  public var exitCode: Int32 { 128 + signal }

  /// Ends the process as the signal would have, so that whoever started it sees the true reason.
  ///
  /// Close the session first.
  public func finish() -> Never {
    ct_die(signal)
  }

  private var signal: Int32 {
    switch self {
    case .signal(let number): number
    case .terminalGone: SIGHUP
    }
  }
}
