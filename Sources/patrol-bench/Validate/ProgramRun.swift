import Glibc

/// One run of another program: how long it took, and the most memory it held.
struct ProgramRun {
  /// The program cannot be run; the reason is the system's.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The wall clock from before the process is made until it has ended, in seconds.
  let seconds: Double
  /// The largest resident set, in MiB; not less than that of this process, which the system counts in.
  let mebibytes: Double
  /// Its exit code; 128 and more where a signal ended it.
  let code: Int32

  /// Runs a program to its end; what it prints is thrown away.
  init(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let clock = ContinuousClock()
    let start = clock.now
    let problem = posix_spawn(&process, path, &actions, nil, &words, environ)
    guard problem == 0 else { throw Failure(description: "\(path): \(String(cString: strerror(problem)))") }
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(path): \(String(cString: strerror(errno)))") }
    }
    seconds = (clock.now - start) / .seconds(1)
    mebibytes = Double(usage.ru_maxrss) / 1024
    code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
