import Foundation
import Testing

/// Every input that was kept is given to its fuzzer again, without a sanitizer and without looking for new ones: what was
/// found once stays mended.
@Suite("Inputs kept from fuzzing")
struct SeedTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "corpus")

  /// The inputs kept for a fuzzer, in the order of their names.
  private static func seeds(of name: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: corpus.appending(path: name), includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }

  @Test("nothing that must hold is broken by any of them", arguments: Fuzzer.all.map(\.name))
  func replay(name: String) async throws {
    #expect(try !Self.seeds(of: name).isEmpty)
    // In a process of its own, because what is broken ends it, and the other fuzzers' are still to be told. What it says
    // goes into a file, because of a process that ends otherwise than it should nothing else comes back.
    let words = FileManager.default.temporaryDirectory.appending(path: "patrol-seeds-\(name)-\(getpid())").path
    defer { unlink(words) }
    let ended = await #expect(processExitsWith: .success) { [name, words = words as String] in
      #expect(dup2(open(words, O_WRONLY | O_CREAT | O_TRUNC, 0o600), STDERR_FILENO) >= 0)
      let body = try #require(Fuzzer.all.first { $0.name == name }).make()
      for seed in try Self.seeds(of: name) {
        say("seed \(name)/\(seed.lastPathComponent)")
        try body([UInt8](Data(contentsOf: seed)))
      }
    }
    guard ended == nil else { return }
    let said = try String(contentsOfFile: words, encoding: .utf8).split(separator: "\n")
    Issue.record("\(said.suffix(20).joined(separator: "\n"))")
  }

  @Test("every folder of inputs and every list of words is of a fuzzer")
  func names() throws {
    let names = Set(Fuzzer.all.map(\.name))
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)) == names)
    let words = Self.corpus.deletingLastPathComponent().appending(path: "words")
    for file in try FileManager.default.contentsOfDirectory(atPath: words.path) {
      #expect(file.hasSuffix(".dict") && names.contains(String(file.dropLast(5))), "\(file)")
    }
  }
}
