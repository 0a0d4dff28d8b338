import Glibc

// A coverage-guided fuzzer, as LLVM's libFuzzer drives it; `make fuzz` builds and runs it.
//
//   Fuzz list                  the names of the fuzzers
//   Fuzz NAME [ARGUMENTS...]   runs one, with libFuzzer's own arguments: folders of inputs, -runs=N, -max_total_time=S

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What inputs are given to; the driver's callback can hold nothing.
enum Running {
  nonisolated(unsafe) static var body: ([UInt8]) throws -> Void = { _ in }
}

let words = CommandLine.arguments
guard words.count > 1, words[1] != "list" else {
  for fuzzer in Fuzzer.all { print(fuzzer.name) }
  exit(0)
}
guard let fuzzer = Fuzzer.all.first(where: { $0.name == words[1] }) else {
  say("no fuzzer '\(words[1])'")
  exit(3)
}
Running.body = try fuzzer.make()
// The driver reads its arguments from the second on. The first is what it runs to have a part done by another process, as it
// does for -merge and -minimize_crash: a command for the shell, which is to have the name in it.
var count = CommandLine.argc - 1
var arguments = CommandLine.unsafeArgv + 1
arguments[0] = strdup("\(words[0]) \(words[1])")
let code = runDriver(&count, &arguments) { bytes, length in
  do {
    try Running.body(Array(UnsafeBufferPointer(start: bytes, count: length)))
  } catch {
    fail("\(error)")
  }
  return 0
}
exit(code)
