import RosterModel

/// Gathers findings and leaves out those that nobody asked for, before words are made of them.
struct FindingCollector {
  /// What a finding is about, for deciding whether it was asked for.
  struct Site {
    /// The district; -1 where it belongs to none.
    var district: Int32 = -1
    /// The force; `nil` where it is about no one force.
    var force: Force?
    /// The days, counted from the first of the period; `nil` where it is about no day.
    var days: ClosedRange<Int>?
    /// Whether it is told whatever part was asked for, because it puts every answer in doubt.
    var isAlwaysTold = false

    init(district: Int32 = -1, force: Force? = nil, days: ClosedRange<Int>? = nil, isAlwaysTold: Bool = false) {
      self.district = district
      self.force = force
      self.days = days
      self.isAlwaysTold = isAlwaysTold
    }

    /// About a district's day.
    static func day(_ offset: Int, district: Int32, force: Force? = nil) -> Site {
      Site(district: district, force: force, days: offset...offset)
    }
    /// About the whole input.
    static let everything = Site(isAlwaysTold: true)
  }

  /// What findings are counted by.
  struct Sort: Hashable {
    var rule: String
    var severity: Severity

    init(rule: String, severity: Severity) { (self.rule, self.severity) = (rule, severity) }

    init(_ finding: Finding) { self.init(rule: finding.rule.id, severity: finding.severity) }
  }

  private let frame: RosterFrame
  private let scope: CoverageScope
  private let offsets: Range<Int>
  private let isNarrowed: Bool
  private var grade: RuleGrade
  /// What was found, of each rule as much as is listed.
  private(set) var findings: [Finding] = []
  /// How much was found of each sort.
  private(set) var counts = FindingCounts<Sort>(listing: Finding.mostOfRule)

  init(_ scope: CoverageScope, _ frame: RosterFrame, first rule: RuleInfo) {
    self.frame = frame
    self.scope = scope
    grade = frame.policy.grade(of: rule)
    offsets = scope.offsets(in: frame.calendar)
    isNarrowed = scope.isNarrowed(in: frame.calendar)
  }

  /// Says whose findings come next.
  mutating func begin(_ grade: RuleGrade) { self.grade = grade }

  /// Reports a finding of the current rule, if it is in the part that was asked for.
  mutating func report(
    _ site: Site, _ subject: @autoclosure () -> Subject, at location: @autoclosure () -> Location?,
    data: @autoclosure () -> [Finding.Datum] = [], _ message: @autoclosure () -> String
  ) {
    guard isWanted(site) else { return }
    let severity = grade.varies ? frame.policy.severity(of: grade.rule, at: frame.site(site)) : grade.severity
    guard severity != .off, counts.takes(Sort(rule: grade.rule.id, severity: severity)) else { return }
    findings.append(
      Finding(
        rule: grade.rule, severity: severity, subject: subject(), location: location(), message: message(),
        data: data()))
  }

  /// Reports what stands for findings of the current rule that are not listed, whatever part was asked for.
  mutating func report(_ more: Finding) { findings.append(more) }

  private func isWanted(_ site: Site) -> Bool {
    if site.isAlwaysTold { return true }
    if let district = scope.district, site.district != district.raw { return false }
    guard let days = site.days else { return !isNarrowed }
    return !isNarrowed || days.lowerBound < offsets.upperBound && offsets.lowerBound <= days.upperBound
  }
}

extension RosterFrame {
  /// Where a finding is, for settings that differ from place to place; several days are no one day.
  func site(_ site: FindingCollector.Site) -> RuleSite {
    let offset = site.days.flatMap { $0.count == 1 ? $0.lowerBound : nil }
    return RuleSite(force: site.force, district: districtID(site.district), day: offset.map(day))
  }
}

extension Location {
  /// A column of a row; only the table where the row was not read from a file.
  static func row(_ file: String, _ line: Int32, _ column: String) -> Location {
    line > 0 ? Location(file: file, line: Int(line), field: .column(column)) : Location(file: file)
  }

  /// A column of a row of assignments.csv; `nil` where the assignment was not read from it.
  static func row(of assignment: Assignment, _ column: String) -> Location? {
    assignment.line > 0 ? .row("assignments.csv", assignment.line, column) : nil
  }

  /// A key of roster.toml; the line where reading has told it.
  static func setting(_ path: [String], line: Int32 = 0) -> Location {
    Location(file: "roster.toml", line: line > 0 ? Int(line) : nil, field: .key(path))
  }
}

extension Finding {
  /// Sorts findings by file, line, rule and subject; those without a location come last.
  ///
  /// The order is the same for the same findings, whatever order they were found in.
  public static func sorted(_ findings: [Finding]) -> [Finding] {
    // Texts are made once a finding, not once a comparison.
    let keys = findings.map { finding in
      SortKey(
        isNowhere: finding.location == nil, file: finding.location?.file ?? "", line: finding.location?.line ?? 0,
        rule: finding.rule.id, subject: finding.subject.description, message: finding.message)
    }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { findings[$0] }
  }

  private struct SortKey: Comparable {
    var isNowhere: Bool
    var file: String
    var line: Int
    var rule: String
    var subject: String
    var message: String

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.isNowhere != right.isNowhere { return right.isNowhere }
      if left.file != right.file { return left.file < right.file }
      if left.line != right.line { return left.line < right.line }
      if left.rule != right.rule { return left.rule < right.rule }
      if left.subject != right.subject { return left.subject < right.subject }
      return left.message < right.message
    }
  }
}
