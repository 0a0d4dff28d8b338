import Glibc

/// Something of the program that takes bytes from outside, and what must hold of it whatever they are.
///
/// One file of `Targets` each, listed in `all`; its seeds are in `corpus/NAME`, and in `words/NAME.dict` what its inputs are
/// made of, where that helps.
struct Fuzzer: Sendable {
  /// Its name, for the command line and its corpus.
  let name: String
  /// Makes what an input is given to, once for each process; a property that does not hold ends the process by `fail`.
  let make: @Sendable () throws -> ([UInt8]) throws -> Void

  /// All of them.
  static let all: [Fuzzer] = [.tables, .settings, .sheets, .entries, .rows, .file, .tail, .keys, .desk]
}

/// Says something on standard error, at once; what breaks something may have characters in it that end a text elsewhere.
func say(_ text: String) {
  let shown = text.unicodeScalars.map { $0.value < 0x20 && $0 != "\n" ? $0.escaped(asASCII: true) : String($0) }
  let bytes = Array((shown.joined() + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

/// Ends the process, as a trap does: a property does not hold.
func fail(_ what: String) -> Never {
  say("FAILED: \(what)")
  abort()
}

/// Ends the process where a property does not hold.
func hold(_ property: Bool, _ what: @autoclosure () -> String) {
  if !property { fail(what()) }
}
