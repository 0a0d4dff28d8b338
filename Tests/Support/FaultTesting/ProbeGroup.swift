import Foundation

/// Programs that run at the same time, and what each has said so far.
public struct ProbeGroup {
  /// The programs.
  public private(set) var runs: [ProbeRun]
  /// What each has said.
  public private(set) var texts: [String]
  private var hasEnded: [Bool]

  /// Programs that were just started.
  public init(_ runs: [ProbeRun]) {
    self.runs = runs
    texts = runs.map { _ in "" }
    hasEnded = runs.map { _ in false }
  }

  /// Starts another program in the place of one that has ended.
  public mutating func replace(_ index: Int, with run: ProbeRun) {
    (runs[index], texts[index], hasEnded[index]) = (run, "", false)
  }

  /// Reads what the programs say until each has said a line that begins with a word, or has ended.
  ///
  /// - Parameter heard: called after each piece that was read, with the number of the program.
  public mutating func read(until word: String, _ heard: (inout ProbeGroup, Int) throws -> Void = { _, _ in }) throws {
    while true {
      let waiting = runs.indices.filter { !hasEnded[$0] && !hasSaid(word, $0) }
      guard !waiting.isEmpty else { return }
      var polled = waiting.map { pollfd(fd: runs[$0].descriptor, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), -1) > 0 else { continue }
      for (entry, index) in zip(polled, waiting) where entry.revents != 0 {
        let piece = runs[index].words()
        texts[index] += piece
        if piece.isEmpty { hasEnded[index] = true }
        try heard(&self, index)
      }
    }
  }

  private func hasSaid(_ word: String, _ index: Int) -> Bool {
    // Only the end has to be looked at: a program waits after the word.
    texts[index].suffix(200).split(separator: "\n").contains { $0.hasPrefix(word) }
  }
}
