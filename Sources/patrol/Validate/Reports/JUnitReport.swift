import Characters
import Coverage
import Files
import RosterModel
import Screen

/// The findings as JUnit XML: a suite a rule, and in it a case a finding, or one that passes.
///
/// A finding at or above `--fail-on` is a failure, one below it a case that passes with the finding as its output; what
/// could not be read is an error. So a CI server is red exactly where the exit code is not 0.
enum JUnitReport {
  static func text(_ report: ValidationReport) -> String {
    let found = Dictionary(grouping: report.shown, by: \.rule.id)
    let skipped = Dictionary(uniqueKeysWithValues: report.rulesSkipped.map { ($0.rule.id, $0.reason) })
    var total = Counts()
    var suites = ""
    for rule in RuleCatalogue.all {
      let findings = found[rule.id] ?? []
      var counts = Counts()
      var cases = ""
      for finding in findings { cases += testCase(finding, report, &counts) }
      if findings.isEmpty { cases = emptyCase(rule, skipped[rule.id], &counts) }
      suites += "  <testsuite name=\"\(rule.id) \(rule.name)\" \(counts.attributes)>\n\(cases)  </testsuite>\n"
      total.add(counts)
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"patrol validate\" \(total.attributes)>\n"
      + suites + "</testsuites>\n"
  }

  /// How the cases of a suite ended.
  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    var attributes: String {
      "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    mutating func add(_ other: Counts) {
      tests += other.tests
      failures += other.failures
      errors += other.errors
      skipped += other.skipped
    }
  }

  private static func testCase(
    _ finding: Finding, _ report: ValidationReport, _ counts: inout Counts
  ) -> String {
    counts.tests += 1
    let line = XMLText.escaped(FindingText.line(finding, colour: false))
    let outcome: String
    if report.isUnread(finding) {
      counts.errors += 1
      outcome = verdict("error", finding, line)
    } else if report.failOn.fails(finding.severity) {
      counts.failures += 1
      outcome = verdict("failure", finding, line)
    } else {
      outcome = "      <system-out>\(line)</system-out>\n"
    }
    var place = ""
    if let location = finding.location {
      place = " file=\"\(XMLText.escaped(FilePath.joined(report.source.place, location.file)))\""
      if let line = location.line { place += " line=\"\(line)\"" }
    }
    let name = XMLText.escaped(finding.subject.description)
    return
      "    <testcase classname=\"\(className(finding.rule))\" name=\"\(name)\"\(place)>\n\(outcome)    </testcase>\n"
  }

  private static func verdict(_ element: String, _ finding: Finding, _ line: String) -> String {
    "      <\(element) type=\"\(finding.rule.id)\" message=\"\(XMLText.escaped(finding.message.shown))\">\(line)</\(element)>\n"
  }

  private static func emptyCase(_ rule: RuleInfo, _ reason: String?, _ counts: inout Counts) -> String {
    counts.tests += 1
    let head = "    <testcase classname=\"\(className(rule))\" name=\"\(XMLText.escaped(rule.summary))\""
    guard let reason else { return head + "/>\n" }
    counts.skipped += 1
    return head + ">\n      <skipped message=\"\(XMLText.escaped(reason))\"/>\n    </testcase>\n"
  }

  private static func className(_ rule: RuleInfo) -> String { "patrol.\(rule.family).\(rule.name)" }
}

/// Text as it may stand in XML 1.0, in an attribute or between tags.
enum XMLText {
  /// The text with the characters of markup, line ends, and what no terminal may get as references, which are the same value.
  ///
  /// What XML cannot hold at all, most control characters, becomes U+FFFD (XML 1.0, section 2.2).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case _ where !isAllowed(scalar): escaped += "\u{FFFD}"
      case _ where scalar.isUnsafe: escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
  }
}
