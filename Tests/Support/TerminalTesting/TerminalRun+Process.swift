import Glibc

extension TerminalRun {
  /// Waits until the program is gone, where its window was closed: the stand-in for the shell, which tells of its end, goes
  /// with its terminal, so the program is looked for by its number.
  ///
  /// - Throws: `RunError` when patience runs out.
  public func waitUntilGone() throws {
    let deadline = ContinuousClock.now + .seconds(patience)
    while kill(process, 0) == 0, !isZombie {
      guard ContinuousClock.now < deadline else {
        throw RunError(what: "the program goes on after its window was closed", screen: screen.text)
      }
      usleep(10_000)
    }
  }

  private var isZombie: Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 512)
    let count = fread(&buffer, 1, buffer.count, file)
    let text = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: ")").last?.contains(" Z ") ?? true
  }
}
