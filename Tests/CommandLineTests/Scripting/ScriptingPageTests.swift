import Foundation
import Testing

@Suite("The examples of docs/SCRIPTING.md")
struct ScriptingPageTests {
  @Test("run as they stand and print what the page shows", arguments: try ScriptingPage.sections())
  func examples(section: ScriptingPage.Section) throws {
    let home = try ScriptHome()
    for example in section.examples {
      switch example.language {
      case "console":
        let transcript = try ConsoleSession(example.lines).transcript(in: home)
        #expect(
          transcript == example.lines, "line \(example.line): it is\n\(transcript.joined(separator: "\n"))")
      case "sh": try runScript(example, in: home)
      case "cron":
        for command in try #require(Crontab.commands(example.lines), "line \(example.line)") {
          try runJob(command, example, in: home)
        }
      case "yaml":
        let scripts = WorkflowFile.scripts(example.lines)
        #expect(!scripts.isEmpty, "line \(example.line)")
        for script in scripts { try runJob("set -e\n" + script, example, in: home) }
      default: Issue.record("line \(example.line): \(example.language) is not run")
      }
    }
  }

  @Test("the alarm of 17:30 is silent where tomorrow is covered, and says so where a roster is gone")
  func alarm() throws {
    let command = try command(containing: "--select COV,ABS,DUP")
    let home = try ScriptHome()
    let wrong = try home.run(command)
    #expect(wrong.output.contains("COV001"))
    let mended = try home.run(
      """
      sed -i '/2026-12-08,B,.*y1-u6/d' rosters/week/assignments.csv
      echo '2026-12-08,B,y1-metro,y1-u7,,' >>rosters/week/assignments.csv
      """)
    #expect(mended.status == 0)
    let silent = try home.run(command)
    #expect(silent.output == "")
    let gone = try home.run("rm -r rosters/week\n" + command)
    #expect(gone.output.contains("there is no folder"))
  }

  @Test("the mail has the findings, and the log a line for each run")
  func mailAndLog() throws {
    let home = try ScriptHome()
    _ = try home.run(try command(containing: "Tomorrow is not covered"))
    #expect(try home.text("sent").hasPrefix("mail -s Tomorrow is not covered duty-officer@example.org\n"))
    #expect(try home.text("sent").contains("COV001"))
    let log = try command(containing: "gaps.log")
    _ = try home.run(log)
    _ = try home.run(log)
    let line = #"{"below_minimum":1,"below_target":0,"missing":1}"# + "\n"
    #expect(try home.text("gaps.log") == line + line)
  }

  @Test("the CI jobs leave the files that they say they keep")
  func jobs() throws {
    for (file, mark) in [("patrol.sarif", #""version" : "2.1.0""#), ("patrol.xml", "<testsuites")] {
      let example = try example { $0.language == "yaml" && $0.lines.contains { $0.contains(": \(file)") } }
      let home = try ScriptHome()
      for script in WorkflowFile.scripts(example.lines) {
        let outcome = try home.run(script)
        #expect(outcome.status <= 1, "\(outcome.output)")
      }
      #expect(try home.text(file).contains(mark))
    }
  }

  @Test("the planning of the night leaves the roster as it was, and tells what is missing")
  func night() throws {
    let example = try example { $0.programName == "plan-night" }
    let home = try ScriptHome()
    let before = try home.text("rosters/week/assignments.csv")
    try home.install("plan-night", example.lines.joined(separator: "\n"))
    let outcome = try home.run("plan-night rosters/week")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("units are missing"))
    #expect(try home.text("rosters/week/assignments.csv") == before)
    #expect(try home.text("rosters/week.html").contains("</html>"))
    let gone = try home.run("plan-night rosters/gone")
    #expect(gone.status == 2)
    #expect(gone.output.contains("there is no folder"))
  }

  private func runScript(_ example: ScriptingPage.Example, in home: ScriptHome) throws {
    let text = example.lines.joined(separator: "\n") + "\n"
    if let name = example.programName {
      try home.install(name, text)
    } else {
      let outcome = try home.run("set -e\n" + text)
      #expect(outcome.status == 0, "line \(example.line): \(outcome.output)")
    }
  }

  /// A job that ends with 1 has found something; anything above is a mistake of the page.
  private func runJob(_ command: String, _ example: ScriptingPage.Example, in home: ScriptHome) throws {
    let outcome = try home.run(command)
    #expect(outcome.status <= 1, "line \(example.line): \(outcome.output)")
    #expect(!outcome.output.contains("not found"), "line \(example.line): \(outcome.output)")
  }

  private func example(where isIt: (ScriptingPage.Example) -> Bool) throws -> ScriptingPage.Example {
    try #require(try ScriptingPage.sections().flatMap(\.examples).first(where: isIt))
  }

  private func command(containing text: String) throws -> String {
    let cron = try example { $0.language == "cron" && $0.lines.contains { $0.contains(text) } }
    return try #require(Crontab.commands(cron.lines)?.first { $0.contains(text) })
  }
}
