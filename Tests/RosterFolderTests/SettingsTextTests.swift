import RosterFolder
import RosterModel
import Tables
import Testing

@Suite("roster.toml with other values")
struct SettingsTextTests {
  private func setting(_ key: String, _ value: TomlText.Value, in text: String) -> String? {
    TomlText.setting([(key, value)], in: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("only the value gives way: comments, order, spaces and line ends stay")
  func inPlace() {
    let text = "# Top\r\n\"days\"\t=  7   # a week\r\ntitle = 'x'\r\n[regime.days]\r\ndays = 3\r\n"
    #expect(
      setting("days", .integer(28), in: text)
        == "# Top\r\n\"days\"\t=  28   # a week\r\ntitle = 'x'\r\n[regime.days]\r\ndays = 3\r\n")
    #expect(setting("title", .text("a \"b\""), in: text)?.contains("title = \"a \\\"b\\\"\"\r\n") == true)
  }

  @Test("a date with a comment right behind it, and a text of several lines")
  func ends() {
    let day = Day(number: 20_000)
    #expect(setting("first_day", .date(day), in: "first_day = 2026-12-05 #x") == "first_day = \(day) #x")
    #expect(setting("title", .text("t"), in: "title = \"\"\"\na\nb\"\"\"\ndays = 1\n") == "title = \"t\"\ndays = 1\n")
  }

  @Test("a key that is missing comes to the top, after a byte order mark")
  func missing() {
    #expect(setting("title", .text("t"), in: "\u{FEFF}days = 1\n") == "\u{FEFF}title = \"t\"\ndays = 1\n")
  }

  @Test("what is not TOML, or a table of that name, is left alone")
  func refused() {
    #expect(setting("days", .integer(1), in: "days = \n") == nil)
    #expect(setting("days", .integer(1), in: "[days]\nx = 1\n") == nil)
  }
}
