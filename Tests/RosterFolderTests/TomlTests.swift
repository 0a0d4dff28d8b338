import Tables
import Testing

@testable import RosterFolder

@Suite("TOML")
struct TomlTests {
  /// The document in one line, keys sorted, to compare with.
  private func shape(_ value: TomlValue) -> String {
    switch value {
    case .table(let entries):
      "{" + entries.sorted { $0.key < $1.key }.map { "\($0.key): \(shape($0.value))" }.joined(separator: ", ") + "}"
    case .array(let values): "[" + values.map(shape).joined(separator: ", ") + "]"
    case .text(let text): text.debugDescription
    default: value.shown
    }
  }

  @Test(
    "every form of TOML 1.0 is read",
    arguments: [
      ("", "{}"), ("# only\r\n\r\na = 1 # b", "{a: 1}"), ("a.b.c = 1\na.d = 2", "{a: {b: {c: 1}, d: 2}}"),
      ("\"a b\".'c.d' = true", "{a b: {c.d: true}}"), ("3.14 = 1", "{3: {14: 1}}"),
      ("a = [1, [2, 3], # x\n\n 4,\n]", "{a: [1, [2, 3], 4]}"),
      ("a = {b = 1, c.d = 'x'}", "{a: {b: 1, c: {d: \"x\"}}}"),
      ("a = [{b = 1}, {}]", "{a: [{b: 1}, {}]}"), ("[a.b]\nc = 1\n[a]\nd = 2", "{a: {b: {c: 1}, d: 2}}"),
      ("[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[[a.e]]", "{a: [{b: 1, c: {d: 2}}, {e: [{}]}]}"),
      ("a = +1_000\nb = -0\nc = 0xFf_0\nd = 0o17\ne = 0b1_1", "{a: 1000, b: 0, c: 4080, d: 15, e: 3}"),
      ("a = 1.5\nb = -2e-3\nc = 1_0.0_1\nd = inf\ne = -nan", "{a: 1.5, b: -0.002, c: 10.01, d: inf, e: nan}"),
      ("a = 99999999999999999999", "{a: 1e+20}"), ("a = 2026-12-01 # day", "{a: 2026-12-01}"),
      ("a = 2026-12-01 07:32:00Z\nb = 07:32:00.5\nc = 1979-05-27T00:32:00-07:00", "{a: a time, b: a time, c: a time}"),
      (#"a = "\t\"\\\u00e9\U0001F600""#, #"{a: "\t\"\\é😀"}"#), (#"a = 'C:\x'"#, #"{a: "C:\\x"}"#),
      ("a = \"\"\"\nx\n  y \\\n   z\"\"\"\"\"", #"{a: "x\n  y z\"\""}"#), ("a = '''\\\n'x''''", #"{a: "\\\n\'x\'"}"#),
      ("\u{FEFF}a = \"\"", #"{a: ""}"#),
    ])
  func reads(text: String, expected: String) throws {
    #expect(shape(.table(try TomlDocument(Array(text.utf8)).entries)) == expected)
  }

  @Test(
    "what is not TOML is refused where it goes wrong",
    arguments: [
      ("a", 1, 2), ("a =", 1, 4), ("= 1", 1, 1), ("a = 1 b = 2", 1, 7), ("a = 1\na = 2", 2, 5), ("[\n[a]", 1, 2),
      ("[[ ", 1, 4), ("[]", 1, 2), ("[a", 1, 3), ("[[a]", 1, 5), ("[a.]", 1, 4), ("a. = 1", 1, 4), ("[a]\n[a]", 2, 4),
      ("a = 1\n[a.b]", 2, 6), ("a = {b = 1}\n[a.c]", 2, 6), ("a = {b = 1}\na.c = 2", 2, 7), ("[[a]]\n[a]", 2, 4),
      ("[a]\n[[a]]", 2, 6), ("a = [1,", 1, 8), ("a = [1 2]", 1, 8), ("a = {b = 1,}", 1, 12), ("a = {b = 1\n}", 1, 11),
      ("a = \"x", 1, 7), ("a = \"x\n\"", 1, 7), ("a = \"\"\"x", 1, 9), (#"a = "\q""#, 1, 6), (#"a = "\uD800""#, 1, 12),
      (#"a = "\u12""#, 1, 10), ("a = 01", 1, 5), ("a = 1__0", 1, 5), ("a = _1", 1, 5), ("a = 1.", 1, 5),
      ("a = .5", 1, 5),
      ("a = 1e", 1, 5), ("a = 0x", 1, 5), ("a = yes", 1, 5), ("a = 2026-02-30", 1, 5), ("a = 2026-12-01T25", 1, 5),
      ("ключ = 1", 1, 1), ("\"\"\"a\"\"\" = 1", 1, 1), ("a = \"Ю\" x", 1, 9),
    ])
  func refuses(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: TomlError.self) { try TomlDocument(Array(text.utf8)) }
    #expect((error.line, error.column) == (line, column), "\(error)")
  }

  @Test("nesting beyond a bound is refused")
  func deep() {
    let arrays = "a = " + String(repeating: "[", count: 100_000)
    let keys = String(repeating: "a.", count: 100_000) + "a = 1"
    #expect(throws: TomlError.self) { try TomlDocument(Array(arrays.utf8)) }
    #expect(throws: TomlError.self) { try TomlDocument(Array(keys.utf8)) }
  }

  @Test("each key has its place, entries of arrays of tables by number")
  func places() throws {
    let text = "a = [\n1,\n]\nb = '''\n\n'''\n[c]\nd.e = 1\n[[f]]\n[[f]]\ng = 1\n[f.h]\n"
    let document = try TomlDocument(Array(text.utf8))
    #expect(document.place(of: ["a"])?.line == 1)
    #expect(document.place(of: ["b"])?.line == 4)
    #expect(document.place(of: ["c"])?.line == 7)
    #expect(document.place(of: ["c", "d", "e"])?.line == 8)
    #expect(document.place(of: ["f", "1", "g"])?.line == 11)
    #expect(document.place(of: ["f", "1", "h"])?.line == 12)
    #expect(document.place(of: ["f", "0", "missing"])?.line == 9)
    #expect(document.place(of: ["missing"])?.line == nil)
  }
}
