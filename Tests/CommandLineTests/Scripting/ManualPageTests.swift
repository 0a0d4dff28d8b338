import Foundation
import Testing

@testable import patrol

@Suite("The manual page")
struct ManualPageTests {
  private static func page() throws -> String {
    try Program.run(["manual-page", "--date", "2026-12-01"]).output
  }

  @Test("a formatter takes it without a complaint, and shows every verb with its options")
  func formatted() throws {
    let home = try ScriptHome()
    try Data(try Self.page().utf8).write(to: home.url.appending(path: "patrol.1"))
    let complaints = try home.run("groff -ww -mdoc -Tutf8 -z patrol.1")
    #expect(complaints.output == "")
    let shown = try home.run("groff -mdoc -Tascii -P-cbou patrol.1").output
    for verb in Patrol.configuration.groupedSubcommands.flatMap(\.subcommands) {
      let name = try #require(verb.configuration.commandName)
      #expect(shown.contains("\n   patrol \(name)\n"))
      #expect(shown.contains(verb.configuration.abstract.prefix(40)))
    }
    #expect(shown.contains("--max-findings n\n"))
    #expect(shown.contains("patrol validate planned --from tomorrow --to tomorrow"))
    #expect(shown.contains("December 1, 2026"))
    for status in ExitStatus.allCases { #expect(shown.contains("\n     \(status.rawValue) ")) }
    for setting in EnvironmentSetting.allCases { #expect(shown.contains("\n     \(setting.rawValue)\n")) }
    #expect(!shown.contains("rules-page"))
  }

  @Test("what roff would obey is text")
  func escaping() {
    #expect(RoffText.lines(".so x") == ["\\&.so x"])
    #expect(RoffText.lines("'ab \\fB c-d") == ["\\(aqab \\efB c\\-d"])
    #expect(RoffText.lines("One. Two.") == ["One.", "Two."])
    #expect(RoffText.argument("Fl \"x\"") == "\"\\&Fl \\(dqx\\(dq\"")
    #expect(RoffText.line(of: "o'zb — ш") == "o\\(aqzb \\[u2014] \\[u0448]")
  }

  @Test("a date that is none is refused")
  func wrongDate() throws {
    let outcome = try Program.run(["manual-page", "--date", "yesterday"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("is not a date"))
  }

  @Test("make install-shell puts completions and page where shells and man look for them")
  func install() throws {
    let home = try ScriptHome()
    let source = TemporaryFolder.samples.deletingLastPathComponent().path
    let outcome = try home.run(
      "make -s -C '\(source)' install-shell PATROL='\(Program.folder.path)/patrol' DESTDIR=\"$HOME/to\" PREFIX=/usr")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(try home.text("to/usr/share/bash-completion/completions/patrol").contains("complete "))
    #expect(try home.text("to/usr/share/zsh/site-functions/_patrol").hasPrefix("#compdef patrol"))
    #expect(try home.text("to/usr/share/fish/vendor_completions.d/patrol.fish").contains("complete -c 'patrol'"))
    #expect(try home.text("to/usr/share/man/man1/patrol.1").contains(".Dt PATROL 1"))
  }
}
