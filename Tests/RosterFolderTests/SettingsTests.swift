import RosterFolder
import RosterModel
import Testing

@Suite("roster.toml")
struct SettingsTests {
  /// A change of the sample's text, and where the finding is.
  struct Case: CustomTestStringConvertible {
    var old: String
    var new: String
    var place: String
    var says: String
    var leavesRoster: Bool

    init(_ old: String, _ new: String, _ place: String, _ says: String, leavesRoster: Bool = true) {
      self.old = old
      self.new = new
      self.place = place
      self.says = says
      self.leavesRoster = leavesRoster
    }

    var testDescription: String { new.debugDescription }
  }

  static let cases = [
    Case("format = 1", "format = 2", ":1:1 FMT006", "newer", leavesRoster: false),
    Case("format = 1\n", "", " FMT006", "format is missing"),
    Case("days = 7", "days = 0", ":5:1 FMT006", "from 1 to 1096", leavesRoster: false),
    Case("days = 7", "days = 1000000000000000000", ":5:1 FMT006", "from 1 to 1096", leavesRoster: false),
    Case("days = 7", "days = \"seven\"", ":5:1 FMT006", "\"seven\"", leavesRoster: false),
    Case("days = 7\n", "", " FMT006", "days is missing", leavesRoster: false),
    Case("2026-12-01", "2026-13-01", ":4:", "not TOML", leavesRoster: false),
    Case("2026-12-01", "\"1 December\"", ":4:1 FMT006", "a date", leavesRoster: false),
    Case("2026-12-01", "9999-12-31", ":5:1 FMT006", "9999", leavesRoster: false),
    Case("Asia/Tashkent", "Asia/Atlantis", ":3:1 FMT006", "time zone"),
    Case("Asia/Tashkent", "../../etc/passwd", ":3:1 FMT006", "time zone"),
    Case("[\"sat\", \"sun\"]", "[\"caturday\"]", ":6:1 FMT006", "mon, tue"),
    Case("title = \"Test\"", "title = \"a\\u001Bb\"", ":2:1 FMT008", "control character"),
    Case("title = \"Test\"", "title = \"Te\u{0}st\"", ":2:12 FMT008", "\\u{0}", leavesRoster: false),
    Case("title = \"Test\"", "titel = \"Test\"", ":2:1 FMT004", "titel"),
    Case("id = \"B\"", "id = \"a\"", ":14:1 FMT007", "without regard to case"),
    Case("id = \"D\"", "id = \"off\"", ":25:1 FMT006", "not off"),
    Case("start = \"16:00\"", "start = \"16h\"", ":16:1 FMT006", "24:00"),
    Case("night = true", "hour = 3\nnight = true", ":23:1 FMT004", "hour"),
    Case("night = true", "night = \"yes\"", ":23:1 FMT006", "true or false"),
    Case("[\"A\", \"B\", \"C\"]\n\n", "[\"A\", \"D\"]\n\n", ":27:1 FMT006", "\"D\""),
    Case("[\"A\", \"B\", \"C\"]\n\n", "[\"A\", \"X\"]\n\n", ":27:1 FMT006", "\"X\""),
    Case("[\"A\", \"B\", \"C\"]\nrest", "[\"A\", \"X\"]\nrest", ":30:1 FMT006", "\"X\""),
    Case(
      "start = \"16:00\"", "parts = [\"16:00-18:00\"]\nstart = \"16:00\"", ":16:1 FMT006", "only a shift with covers"),
    Case("[\"A\", \"B\", \"C\"]\n\n", "[\"A\"]\nparts = [\"8-10\"]\n\n", ":28:1 FMT006", "06:00-10:00"),
    Case("[\"A\", \"B\", \"C\"]\n\n", "[\"A\"]\nparts = []\n\n", ":28:1 FMT006", "06:00-10:00"),
    Case("[\"A\", \"B\", \"C\"]\n\n", "[\"A\"]\nparts = [\"22:00-02:00\"]\n\n", ":28:1 FMT006", "22:00-26:00"),
    Case(
      "[\"A\", \"B\", \"C\"]\n\n", "[\"A\"]\nparts = [\"09:00-10:00\", \"08:00-08:30\"]\n\n", ":28:1 FMT006",
      "in their order"),
    Case(
      "[\"A\", \"B\", \"C\"]\n\n", "[\"A\"]\nhours = 2\nparts = [\"08:00-10:00\"]\n\n", ":29:1 FMT006", "parts alone"),
    Case("rest_hours = 12", "rest_hours = -1", ":31:1 FMT006", "hours from 0"),
    Case("rest_hours = 12", "rest_hours = nan", ":31:1 FMT006", "hours from 0"),
    Case("rest_hours = 12", "rest_hours = 1e300", ":31:1 FMT006", "hours from 0"),
    Case("rest_hours = 12", "rest_hour = 12", ":31:1 FMT004", "rest_hour"),
    Case("{ C = 9 }", "{ Q = 9 }", ":33:1 FMT004", "Q"),
    Case("by = [\"police\", \"guard\"]", "by = [\"volunteer\"]", ":42:1 FMT006", "not escorted themselves"),
    Case("force = \"volunteer\"", "force = \"army\"", ":41:1 FMT006", "police, guard or volunteer"),
    Case("severity = \"info\"", "severity = \"fatal\"", ":46:1 FMT006", "error, warning, info or off"),
    Case("tolerance = 3", "tolerance = { a = 1 }", ":47:1 FMT006", "a number, text"),
    Case("tolerance = 3", "override = 3", ":47:1 FMT006", "[[rules.night-load-uneven.override]]"),
    Case("tolerance = 3", "[[rules.night-load-uneven.override]]\nforce = \"army\"", ":48:1 FMT006", "police, guard"),
    Case("tolerance = 3", "[[rules.night-load-uneven.override]]\ndays = \"someday\"", ":48:1 FMT006", "duty days"),
    Case("tolerance = 3", "[[rules.night-load-uneven.override]]\ndistrict = \"a b\"", ":48:1 FMT006", "A-Z a-z"),
    Case("tolerance = 3", "[[rules.night-load-uneven.override]]\nseverity = \"no\"", ":48:1 FMT006", "warning, info"),
    Case("gap = 2000", "gap = 1.5", ":50:1 FMT006", "whole number"),
    Case("[weights]", "[\n[weights]", ":49:", "expected a key", leavesRoster: false),
    Case("[weights]", "[[ ", ":49:", "expected a key", leavesRoster: false),
    Case("[weights]", "[weights", ":49:", "not TOML", leavesRoster: false),
  ]

  @Test("a wrong setting is reported with its line and what was expected", arguments: cases)
  func wrong(_ wrong: Case) throws {
    let text = SampleFiles.settings.replacing(wrong.old, with: wrong.new, maxReplacements: 1)
    #expect(text != SampleFiles.settings)
    let snapshot = try TemporaryRoster(["roster.toml": text]).read()
    let findings = snapshot.findings.filter { $0.location?.file == "roster.toml" }
    #expect(snapshot.places.contains { $0.hasPrefix("roster.toml" + wrong.place) }, "\(snapshot.places)")
    #expect(findings.contains { $0.message.contains(wrong.says) }, "\(findings.map(\.message))")
    #expect((snapshot.roster != nil) == wrong.leavesRoster)
  }

  @Test("hours of no length, and too many shifts, are refused")
  func shifts() throws {
    let zero = SampleFiles.settings.replacing("hours = 8", with: "hours = 0")
    let snapshot = try TemporaryRoster(["roster.toml": zero]).read()
    #expect(snapshot.roster == nil)
    #expect(snapshot.places.filter { $0.hasSuffix("FMT006") }.count >= 3)

    let many = (0..<40).map { "[[shift]]\nid = \"s\($0)\"\nstart = \"00:00\"\nhours = 1\n" }.joined()
    let crowded = try TemporaryRoster(["roster.toml": SampleFiles.settings + many]).read()
    #expect(crowded.places.contains { $0.hasSuffix("FMT009") })
    #expect(try crowded.requireRoster().settings.shifts.shifts.count == 32)
  }

  @Test("shifts of half hours and a duty with its own times are read")
  func fractions() throws {
    let text = SampleFiles.settings.replacing(
      "covers = [\"A\", \"B\", \"C\"]", with: "covers = [\"B\"]\nstart = \"18:00\"\nhours = 4.5")
    let duty = try TemporaryRoster(["roster.toml": text]).read().requireRoster().settings.shifts.shifts[3]
    #expect(duty.start == ClockTime(text: "18:00"))
    #expect(duty.minutes == 270)
    #expect(!duty.isNight)
  }

  /// The last shift of the sample with these lines in place of its own.
  private func duty(_ lines: String) throws -> Shift {
    let text = SampleFiles.settings.replacing("covers = [\"A\", \"B\", \"C\"]", with: lines)
    return try TemporaryRoster(["roster.toml": text]).read().requireRoster().settings.shifts.shifts[3]
  }

  @Test("a duty is split by parts, or by tiles that do not meet; start and hours keep it in one piece")
  func split() throws {
    let written = try duty("covers = [\"A\", \"C\"]\nparts = [\"09:00-13:00\", \"24:00-28:00\"]")
    #expect(written.wallClock == "09:00-13:00, 00:00-04:00")
    #expect(written.minutes == 8 * 60 && written.isNight)
    let byTiles = try duty("covers = [\"C\", \"A\"]")
    #expect(byTiles.wallClock == "08:00-16:00, 00:00-08:00")
    #expect(byTiles.minutes == 16 * 60)
    #expect(try duty("covers = [\"A\", \"B\", \"C\"]").wallClock == "08:00-08:00")
    #expect(try duty("covers = [\"A\", \"C\"]\nstart = \"08:00\"\nhours = 24").minutes == 24 * 60)
    #expect(try duty("covers = [\"B\"]\nparts = [\"18:00-22:00\"]").wallClock == "18:00-22:00")
  }

  @Test("lines are right after comments, arrays over lines, strings over lines and quoted keys")
  func lines() throws {
    let text =
      "# comment [x]\nweekend = [ # a\n  \"sat\",\n  \"sun]\"\n]\n\"title\" = \"\"\"\none = 1\n[two]\n\"\"\"\n"
      + SampleFiles.settings.replacing("title = \"Test\"\n", with: "").replacing(
        "weekend = [\"sat\", \"sun\"]\n", with: "")
    let snapshot = try TemporaryRoster(["roster.toml": text + "surplus = -1\n"]).read()
    let last = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      snapshot.places == ["roster.toml:2:1 FMT006", "roster.toml:6:1 FMT008", "roster.toml:\(last):1 FMT006"])
  }
}

@Suite("Overrides of rules in roster.toml")
struct OverrideTests {
  @Test("they are read in the order written, with the line of each key")
  func read() throws {
    let more = """
      [rules.below-target]
      severity = "warning"
      [[rules.below-target.override]]
      force = "volunteer"
      days = "sat sun"
      severity = "off"
      [[rules.below-target.override]]
      district = "north"
      least = 3

      """
    let folder = try TemporaryRoster(["roster.toml": SampleFiles.settings + more])
    let snapshot = try folder.read()
    #expect(snapshot.findings.isEmpty)
    let setting = try #require(try snapshot.requireRoster().settings.rules["below-target"])
    let first = SampleFiles.settings.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(setting.line == Int32(first))
    #expect(
      setting.overrides == [
        RuleOverride(
          force: .volunteer, days: DayPattern(text: "sat sun"), severity: .off,
          lines: ["severity": Int32(first + 5), "district": Int32(first + 2)]),
        RuleOverride(
          district: "north", values: ["least": .integer(3)],
          lines: ["least": Int32(first + 8), "district": Int32(first + 7)]),
      ])
  }
}
