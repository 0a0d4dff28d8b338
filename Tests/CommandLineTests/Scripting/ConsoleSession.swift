import Foundation

/// An example of what is typed and what comes of it: `$ ` before a command, `> ` before what continues it.
struct ConsoleSession {
  /// The commands, each with the lines it was typed in.
  let commands: [[String]]

  init(_ lines: [String]) {
    commands = lines.reduce(into: []) { commands, line in
      if line.hasPrefix("$ ") {
        commands.append([String(line.dropFirst(2))])
      } else if line.hasPrefix("> "), !commands.isEmpty {
        commands[commands.count - 1].append(String(line.dropFirst(2)))
      }
    }
  }

  /// The session as it really is: one shell runs all commands, and `$?` is of the one before.
  func transcript(in home: ScriptHome) throws -> [String] {
    let mark = "end of command"
    let script = commands.map { "(exit $status)\n\($0.joined(separator: "\n"))\nstatus=$?\necho; echo '\(mark)'" }
    let output = try home.run("status=0\n" + script.joined(separator: "\n"), shell: "/bin/bash").output
    let answers = output.components(separatedBy: "\n\(mark)\n")
    return zip(commands, answers).flatMap { command, answer in
      let typed = zip(command.indices, command).map { ($0 == 0 ? "$ " : "> ") + $1 }
      var lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return typed + lines
    }
  }
}
