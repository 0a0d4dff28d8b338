import Foundation

/// A home folder as docs/SCRIPTING.md describes it, in which scripts run with the built `patrol` on the path.
///
/// `mail` and `lp` only write down what they were given, in `sent`.
struct ScriptHome {
  private let folder: TemporaryFolder
  /// Where it is.
  var url: URL { folder.url }

  init() throws {
    folder = try TemporaryFolder()
    let rosters = url.appending(path: "rosters")
    for name in ["rosters", "base", "bin"] {
      try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: false)
    }
    let week = TemporaryFolder.samples.appending(path: "one-department")
    try FileManager.default.copyItem(at: week, to: rosters.appending(path: "week"))
    let city = try SmallRoster().replacing("2026-12-05", by: "2026-12-07", in: "roster.toml")
      .replacing("2026-12-05", by: "2026-12-07", in: "assignments.csv").write(to: folder, as: "rosters/city")
    try FileManager.default.copyItem(at: rosters, to: url.appending(path: "base/rosters"))
    for name in ["mail", "lp"] {
      try install(name, "#!/bin/sh\n{ echo \"\(name) $*\"; cat; } >>\"$HOME/sent\"\n")
    }
    precondition(city.hasPrefix(folder.path))
  }

  /// Puts a program on the path.
  func install(_ name: String, _ text: String) throws {
    let file = url.appending(path: "bin/\(name)").path
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
  }

  /// The text of a file; empty where there is none.
  func text(_ name: String) throws -> String {
    let file = url.appending(path: name)
    return FileManager.default.fileExists(atPath: file.path) ? try String(contentsOf: file, encoding: .utf8) : ""
  }

  /// Runs a script, standard error into standard output as on a terminal.
  func run(_ script: String, shell: String = "/bin/sh", environment: [String: String] = [:]) throws -> Program.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = ["-c", "exec 2>&1\n" + script]
    process.currentDirectoryURL = url
    let path = [url.appending(path: "bin").path, Program.folder.path, "/usr/local/bin:/usr/bin:/bin"]
    process.environment = [
      "HOME": url.path, "PATH": path.joined(separator: ":"), "LC_ALL": "C.UTF-8", "PATROL_NOW": "2026-12-07T17:30",
      "PLAN_SECONDS": "1", "GITHUB_STEP_SUMMARY": url.appending(path: "summary.md").path,
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = try TemporaryFile()
    process.standardOutput = output.handle
    process.standardError = output.handle
    try process.run()
    process.waitUntilExit()
    return Program.Outcome(status: process.terminationStatus, output: try output.text(), errors: "")
  }
}
