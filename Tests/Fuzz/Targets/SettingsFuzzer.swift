import RosterModel
import Tables

@testable import RosterFolder

extension Fuzzer {
  /// `roster.toml`.
  ///
  /// Findings and keys point into the text; settings that are not read say why; and a period that is put into a text which
  /// reads without a finding is the one that it then has, with all else as it was.
  static let settings = Fuzzer(name: "settings") {
    let day = Day(year: 2027, month: 6, day: 1)
    return { input in
      var reader = SettingsReader()
      let settings = reader.read(input)
      let lines = Lines(input)
      lines.check(reader.log.findings, of: SettingsReader.file)
      guard let settings else {
        hold(reader.log.findings.contains { $0.severity == .error }, "no settings, and no word why")
        return
      }
      for (line, column) in try TomlDocument(input).columnOfLine { lines.check(line, column, "a key") }
      guard reader.log.findings.isEmpty, let day else { return }
      guard
        let changed = TomlText.setting(
          [("first_day", .date(day)), ("days", .integer(9)), ("title", .text(settings.title))], in: input)
      else { fail("no period can be put in") }
      var next = SettingsReader()
      var expected = settings
      (expected.firstDay, expected.days) = (day, 9)
      guard var found = next.read(changed) else { fail("not read with another period") }
      // The offsets are those of the period.
      found.zone = expected.zone
      hold(next.log.findings.isEmpty && found == expected, "\(String(decoding: changed, as: UTF8.self))")
    }
  }
}
