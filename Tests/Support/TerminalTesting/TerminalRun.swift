import CPseudoTerminal
import Glibc
import Screen

/// A program running on a terminal of its own, with a person at the keyboard.
///
/// ```swift
/// let run = try TerminalRun(program: path, arguments: ["edit", roster], size: Size(width: 100, height: 30))
/// try run.wait(for: "Yunusobod")
/// run.press("Down Down Enter")
/// try run.wait(for: "Assign")
/// run.press("Esc q")
/// #expect(try run.waitForEnd() == .exited(0))
/// #expect(run.leftovers.isEmpty)
/// ```
public final class TerminalRun {
  /// How a program ended.
  public enum End: Hashable, Sendable {
    /// By itself, with a code.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
  }

  /// The picture of the screen, as far as bytes have been read.
  public private(set) var screen: TerminalEmulator
  /// Every byte that the program has sent.
  public private(set) var output: [UInt8] = []
  /// How the program ended; nil while it runs.
  public private(set) var end: End?
  /// Whether the program is stopped, by Control-Z or a signal.
  public private(set) var isStopped = false

  /// Seconds that a wait lasts at most: far more than anything takes, even on a busy machine.
  public var patience = 20.0

  private var job: cpt_job
  private let name: String

  /// Starts a program as the foreground job of its own session.
  ///
  /// The environment is empty but for what is given here, a `PATH`, and a terminal type and locale for `environment`
  /// to change.
  public init(
    program: String, arguments: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws {
    var variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    // What the desk shows and refuses must not depend on when the tests run.
    variables["PATROL_NOW"] = "2026-11-01T12:00"
    variables.merge(environment) { _, given in given }
    let entries = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var job = cpt_job()
    let started = Self.withArray([program] + arguments) { argv in
      Self.withArray(entries) { envp in
        cpt_start(&job, program, argv, envp, Int32(size.height), Int32(size.width))
      }
    }
    guard started == 0 else { throw RunError(what: "\(program) did not start: errno \(errno)", screen: "") }
    self.job = job
    name = program.split(separator: "/").last.map(String.init) ?? program
    screen = TerminalEmulator(size: size)
  }

  deinit {
    cpt_end(&job)
  }

  /// The program's process.
  public var process: Int32 { job.program }

  /// What the program has left of its use of the terminal, in words; empty when a shell can go on.
  public var leftovers: [String] {
    screen.leftovers + (cpt_line_is_sane(&job) ? [] : ["the line is not as it was"])
  }

  /// Types text or sends bytes as they are.
  public func send(_ bytes: some Sequence<UInt8>) {
    var rest = Array(bytes)
    while !rest.isEmpty {
      let sent = write(job.master, rest, rest.count)
      if sent < 0, errno != EAGAIN, errno != EINTR { return }
      if sent > 0 { rest.removeFirst(sent) } else { read(milliseconds: 10) }
    }
  }

  /// Types text.
  public func type(_ text: String) {
    send(text.utf8)
  }

  /// Presses keys, written as key tables write them: `Down Enter gt Ctrl-R`.
  ///
  /// Each is sent by itself, and Escape with a pause after it, as by a person.
  public func press(_ keys: String) {
    guard let sequence = KeySequence(keys) else { return }
    for key in sequence.keys {
      send(KeyBytes.bytes(of: key, isApplicationMode: screen.modes[1] ?? false))
      if key.code == .escape { read(milliseconds: 60) }
    }
  }

  /// Changes the window's size.
  public func resize(to size: Size) {
    read(milliseconds: 0)
    screen.resize(to: size)
    cpt_resize(&job, Int32(size.height), Int32(size.width))
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    kill(job.program, number)
  }

  /// Continues the program in the foreground, as `fg` does.
  public func foreground() {
    cpt_foreground(&job)
  }

  /// Closes the window.
  public func closeWindow() {
    cpt_close_window(&job)
  }

  /// Waits until the screen shows `text`.
  public func wait(for text: String) throws {
    try wait(until: "the screen shows “\(text)”") { $0.screen.text.contains(text) }
  }

  /// Waits until the program has ended.
  @discardableResult
  public func waitForEnd() throws -> End {
    try wait(until: "the program ends") { $0.end != nil }
    read(milliseconds: 20)
    return end ?? .exited(-1)
  }

  /// Waits until the program is stopped.
  public func waitUntilStopped() throws {
    try wait(until: "the program stops") { $0.isStopped }
    read(milliseconds: 20)
  }

  /// Waits until `condition` holds.
  ///
  /// - Throws: `RunError` with the screen when patience runs out, or when the program has ended without it.
  public func wait(until what: String, _ condition: (TerminalRun) -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(patience)
    while !condition(self) {
      guard ContinuousClock.now < deadline else { throw RunError(what: "\(name): not \(what)", screen: screen.text) }
      let hadEnded = end != nil
      read(milliseconds: 20)
      if hadEnded, !condition(self) {
        throw RunError(what: "\(name) ended, \(end.map { "\($0)" } ?? ""), before \(what)", screen: screen.text)
      }
    }
  }

  /// Reads what the program sends until it is silent for so long.
  public func read(milliseconds: Int32) {
    var sources = [
      pollfd(fd: job.master, events: Int16(POLLIN), revents: 0),
      pollfd(fd: job.notes, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&sources, nfds_t(sources.count), milliseconds) > 0 {
      readNotes()
      if !readOutput() { sources[0].fd = -1 }
      if end != nil, sources[0].fd < 0 { return }
    }
  }

  private func readNotes() {
    var status: Int32 = 0
    while Glibc.read(job.notes, &status, 4) == 4 {
      isStopped = cpt_stopped(status)
      if isStopped || cpt_continued(status) { continue }
      let result = cpt_result(status)
      end = result < 0 ? .killed(-result) : .exited(result)
    }
  }

  /// False at the end of the terminal.
  private func readOutput() -> Bool {
    guard job.master >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(job.master, &buffer, buffer.count)
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      if count == 0 { return false }
      output += buffer[..<count]
      screen.feed(buffer[..<count])
    }
  }

  private static func withArray<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { fatalError("an array of at least one element has a place") }
      return body(base)
    }
  }
}
