import FaultTesting
import Foundation
import RosterFolder
import RosterModel
import Testing

@Suite("Tables changed at random")
struct HostileTableTests {
  @Test(
    "no change of a table crashes reading, every problem has a place, and saving loses no byte of a bad row",
    arguments: RosterTable.allCases)
  func tables(table: RosterTable) throws {
    let original = Array(try #require(SampleFiles.all[table.file]).utf8)
    for seed in 0..<20 {
      var random = SeededGenerator(seed: seed * 100 + table.columns.count)
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) { Mutation.random(&bytes, &random) }
      let folder = try TemporaryRoster()
      try folder.write(table.file, bytes)
      let snapshot = try folder.read()
      for finding in snapshot.findings {
        #expect(finding.location?.file.isEmpty == false)
        if ["FMT001", "FMT006", "FMT007", "FMT008"].contains(finding.rule.id) {
          #expect(finding.location?.line != nil)
        }
        #expect(!finding.message.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
      }
      #expect(Self.isInOrder(snapshot.badRows(of: table), within: bytes))
      var roster = try snapshot.requireRoster()
      addRow(to: table, of: &roster)
      if let refusal = refusal(of: roster, over: snapshot) {
        #expect(refusal == .notRead(file: table.file))
        #expect(try folder.bytes(table.file) == bytes)
        continue
      }
      let saved = try folder.bytes(table.file)
      #expect(saved.suffix(snapshot.badRows(of: table).count).elementsEqual(snapshot.badRows(of: table)))
      let again = try folder.read()
      try FolderWriter.save(again.requireRoster(), over: again)
      #expect(try folder.bytes(table.file) == saved)
    }
  }

  @Test("no change of roster.toml crashes reading")
  func settings() throws {
    let folder = try TemporaryRoster()
    for seed in 0..<150 {
      var random = SeededGenerator(seed: seed)
      var bytes = Array(SampleFiles.settings.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { Mutation.random(&bytes, &random) }
      try folder.write("roster.toml", bytes)
      let snapshot = try folder.read()
      #expect(snapshot.roster != nil || !snapshot.findings.isEmpty)
      #expect(snapshot.findings.allSatisfy { $0.location?.file.isEmpty == false })
    }
  }

  private func refusal(of roster: Roster, over snapshot: FolderSnapshot) -> SaveError? {
    do throws(SaveError) {
      try FolderWriter.save(roster, over: snapshot)
      return nil
    } catch {
      return error
    }
  }

  /// Whether each line of the rows stands in the table, in the same order.
  private static func isInOrder(_ rows: [UInt8], within table: [UInt8]) -> Bool {
    var lines = table.split(separator: 10, omittingEmptySubsequences: false)[...]
    for row in rows.split(separator: 10) {
      guard let index = lines.firstIndex(where: { $0.elementsEqual(row) || $0.elementsEqual(row.dropLast()) }) else {
        return false
      }
      lines = lines[(index + 1)...]
    }
    return true
  }

  private func addRow(to table: RosterTable, of roster: inout Roster) {
    let unit = UnitReference(stray: roster.stray("u-new"))
    let day = roster.settings.firstDay
    let posting = Assignment(
      day: day, shift: ShiftReference(0), beat: BeatReference(stray: roster.stray("b-new")), unit: unit)
    switch table {
    case .districts: roster.districts.append(District(id: "zz", name: "New"))
    case .departments:
      roster.departments.append(
        Department(id: "zz", district: DistrictReference(stray: roster.stray("d-new")), name: "New"))
    case .beats: roster.beats.append(Beat(id: "zz", place: .city, name: "New", kind: .post))
    case .units:
      roster.units.append(
        Unit(id: "zz", callsign: "New", force: .police, home: .city, reach: .city, regime: RegimeReference(0)))
    case .demand: roster.demand.append(DemandRow(place: .city, minimum: 7))
    case .assignments: roster.assignments.append(posting)
    case .absences: roster.absences.append(Absence(unit: unit, days: .daily, reason: .other))
    case .requests: roster.requests.append(Request(unit: unit, days: .daily, matter: .anyShift, wish: .want))
    case .waivers:
      roster.waivers.append(
        Waiver(rule: "X", subject: "y", firstDay: day, lastDay: day, reason: "", by: ""))
    case .publications:
      roster.publications.append(
        Publication(district: DistrictReference(stray: roster.stray("d-new")), day: day, at: "", by: ""))
    case .published: roster.published.append(posting)
    case .manoeuvres:
      roster.manoeuvres.append(
        Manoeuvre(
          day: day, shift: posting.shift, unit: unit, at: ClockTime(minutes: 1300), kind: .late, reason: "-1",
          by: "=cmd"))
    case .calls:
      roster.calls.append(
        Call(
          day: day, shift: posting.shift, beat: posting.beat, unit: unit, at: "2026-01-01T00:00", answer: .no, by: "x",
          note: "\""))
    case .incidents: roster.incidents.append(Incident(at: "2026-01-01T00:00", place: .city))
    }
  }
}

/// Something that happens to files.
enum Mutation {
  static func random(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
    let words: [String] = [
      "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\0", "\u{1B}[2J", "99999999999999999999", "-1", "\u{FEFF}", "'",
      "daily", "2026-12-31..2026-12-01", "=cmd", "\u{202E}", "[", "]", "{", "#",
    ]
    switch Int.random(in: 0..<7, using: &random) {
    case 0 where !bytes.isEmpty: bytes[min(place, bytes.count - 1)] = .random(in: .min ... .max, using: &random)
    case 1: bytes.removeSubrange(min(place, bytes.count)...)
    case 2:
      let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
      bytes.removeSubrange(min(place, end)..<end)
    case 3:
      var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      lines.swapAt(.random(in: lines.indices, using: &random), .random(in: lines.indices, using: &random))
      bytes = Array(lines.joined(separator: [10]))
    case 4:
      var fields = bytes.split(separator: 44, omittingEmptySubsequences: false)
      fields.swapAt(.random(in: fields.indices, using: &random), .random(in: fields.indices, using: &random))
      bytes = Array(fields.joined(separator: [44]))
    case 5: bytes += bytes.suffix(from: min(place, bytes.count))
    default:
      bytes.insert(
        contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: min(place, bytes.count))
    }
  }
}
