import RosterModel

/// The rows of a table of a roster as texts, in the order of the schema's columns.
struct TableRows {
  /// The table.
  let table: RosterTable
  /// Where the rows come from.
  let roster: Roster

  /// The rows of a table.
  init(_ table: RosterTable, of roster: Roster) {
    self.table = table
    self.roster = roster
  }

  /// How many rows there are.
  var count: Int {
    switch table {
    case .districts: roster.districts.count
    case .departments: roster.departments.count
    case .beats: roster.beats.count
    case .units: roster.units.count
    case .demand: roster.demand.count
    case .assignments: roster.assignments.count
    case .absences: roster.absences.count
    case .requests: roster.requests.count
    case .waivers: roster.waivers.count
    case .publications: roster.publications.count
    case .published: roster.published.count
    case .manoeuvres: roster.manoeuvres.count
    case .calls: roster.calls.count
    case .incidents: roster.incidents.count
    }
  }

  /// The texts of a row, written over those of the row before.
  func write(_ index: Int, to fields: inout [String]) {
    fields.removeAll(keepingCapacity: true)
    switch table {
    case .districts: fields += [roster.districts[index].id, roster.districts[index].name]
    case .departments:
      let department = roster.departments[index]
      fields += [department.id, roster.id(department.district), department.name]
    case .beats: write(roster.beats[index], to: &fields)
    case .units: write(roster.units[index], to: &fields)
    case .demand: write(roster.demand[index], to: &fields)
    case .assignments:
      let assignment = roster.assignments[index]
      write(posting: assignment, to: &fields)
      fields.append(assignment.isLocked ? "locked" : "")
      fields.append(roster.text(assignment.note))
    case .absences:
      let absence = roster.absences[index]
      fields += [
        roster.id(absence.unit), absence.days.description, absence.shift.map { roster.id($0) } ?? "",
        absence.reason.rawValue,
      ]
    case .requests: write(roster.requests[index], to: &fields)
    case .waivers:
      let waiver = roster.waivers[index]
      fields += [
        waiver.rule, waiver.subject, waiver.firstDay.description, waiver.lastDay.description, waiver.reason, waiver.by,
      ]
    case .publications:
      let publication = roster.publications[index]
      fields += [roster.id(publication.district), publication.day.description, publication.at, publication.by]
    case .published: write(posting: roster.published[index], to: &fields)
    case .manoeuvres: write(roster.manoeuvres[index], to: &fields)
    case .calls: write(roster.calls[index], to: &fields)
    case .incidents:
      let incident = roster.incidents[index]
      fields += [incident.at, roster.id(incident.place), "\(incident.weight)"]
    }
  }

  private func write(posting: Assignment, to fields: inout [String]) {
    fields.append(posting.day.description)
    fields.append(roster.id(posting.shift))
    fields.append(roster.id(posting.beat))
    fields.append(roster.id(posting.unit))
  }

  private func write(_ row: Manoeuvre, to fields: inout [String]) {
    fields += [
      row.day.description, roster.id(row.shift), roster.id(row.unit), row.at.description, row.kind.rawValue,
      row.beat.map { roster.id($0) } ?? "", row.reason, row.by,
    ]
  }

  private func write(_ row: Call, to fields: inout [String]) {
    fields += [
      row.day.description, roster.id(row.shift), roster.id(row.beat), roster.id(row.unit), row.at, row.answer.rawValue,
      row.by, row.note,
    ]
  }

  private func write(_ beat: Beat, to fields: inout [String]) {
    fields += [
      beat.id, roster.id(beat.place), beat.name, beat.kind.rawValue,
      beat.forces == .all ? "" : beat.forces.forces.map(\.rawValue).joined(separator: " "),
      beat.needs.joined(separator: " "), beat.task,
    ]
  }

  private func write(_ unit: Unit, to fields: inout [String]) {
    fields += [
      unit.id, unit.callsign, unit.force.rawValue, roster.id(unit.home), unit.reach.rawValue, roster.id(unit.regime),
      "\(unit.officers)", unit.mode?.rawValue ?? "", unit.skills.joined(separator: " "), unit.leader,
    ]
  }

  private func write(_ row: DemandRow, to fields: inout [String]) {
    fields += [
      roster.id(row.place), row.isPerBeat ? RosterBuilder.perBeat : "", row.kind?.rawValue ?? "",
      row.days.description, row.shift.map { roster.id($0) } ?? "", row.force?.rawValue ?? "", row.skill,
      "\(row.minimum)", "\(row.target)", row.maximum.map { "\($0)" } ?? "",
    ]
  }

  private func write(_ request: Request, to fields: inout [String]) {
    let matter =
      switch request.matter {
      case .off: RosterBuilder.off
      case .anyShift: ""
      case .shift(let shift): roster.id(shift)
      }
    fields += [
      roster.id(request.unit), request.days.description, matter, request.wish.rawValue, "\(request.weight)",
    ]
  }
}

extension TableRows {
  /// The lines the rows were read from.
  private var lines: [Int32] {
    switch table {
    case .districts: roster.districts.map(\.line)
    case .departments: roster.departments.map(\.line)
    case .beats: roster.beats.map(\.line)
    case .units: roster.units.map(\.line)
    case .demand: roster.demand.map(\.line)
    case .assignments: roster.assignments.map(\.line)
    case .absences: roster.absences.map(\.line)
    case .requests: roster.requests.map(\.line)
    case .waivers: roster.waivers.map(\.line)
    case .publications: roster.publications.map(\.line)
    case .published: roster.published.map(\.line)
    case .manoeuvres: roster.manoeuvres.map(\.line)
    case .calls: roster.calls.map(\.line)
    case .incidents: roster.incidents.map(\.line)
    }
  }

  /// The indices of the rows by the line they were read from.
  func indicesByLine() -> [Int32: Int] {
    var indices: [Int32: Int] = [:]
    for (index, line) in lines.enumerated() where line > 0 { indices[line] = index }
    return indices
  }

  /// What tells a row from others, by the texts of its key columns.
  func key(_ fields: [String]) -> String {
    table.schema.key.map { fields[$0] }.joined(separator: "\u{1F}")
  }

  /// Whether a row says in a column what it would say without it.
  func isDefault(_ column: Int, _ fields: [String]) -> Bool {
    let text = fields[column]
    if text.isEmpty { return true }
    switch table {
    case .units: return column == UnitColumn.officers.rawValue && text == "\(RosterBuilder.usualOfficers)"
    case .demand: return column == DemandColumn.target.rawValue && text == fields[DemandColumn.minimum.rawValue]
    case .requests: return column == RequestColumn.weight.rawValue && text == "1"
    case .incidents: return column == IncidentColumn.weight.rawValue && text == "1"
    default: return false
    }
  }
}

extension TableRows {
  /// The indices of the rows in the order in which they are written.
  ///
  /// Postings by day, shift in the order of `roster.toml`, beat and unit; other rows by the bytes of their columns from
  /// left to right. Rows that tie stay in the order they are in. O(rows × log rows).
  func order() -> [Int] {
    switch table {
    case .assignments: order(of: roster.assignments)
    case .published: order(of: roster.published)
    default: orderByText()
    }
  }

  private func orderByText() -> [Int] {
    let rows = (0..<count).map { index in
      var fields: [String] = []
      write(index, to: &fields)
      return fields
    }
    return rows.indices.sorted { left, right in
      for (a, b) in zip(rows[left], rows[right]) where a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
      return left < right
    }
  }

  private struct PostingKey {
    var when: UInt64
    var what: UInt64
    var index: Int

    static func isBefore(_ left: PostingKey, _ right: PostingKey) -> Bool {
      (left.when, left.what, left.index) < (right.when, right.what, right.index)
    }
  }

  private func order(of postings: [Assignment]) -> [Int] {
    let shifts = IDRanks<Shift>(count: roster.settings.shifts.shifts.count, strays: roster.strays)
    let beats = IDRanks<Beat>(ids: roster.beats.map(\.id), strays: roster.strays)
    let units = IDRanks<Unit>(ids: roster.units.map(\.id), strays: roster.strays)
    var keys = postings.enumerated().map { index, posting in
      PostingKey(
        when: UInt64(UInt32(bitPattern: posting.day.number) ^ 0x8000_0000) << 32 | UInt64(shifts[posting.shift]),
        what: UInt64(beats[posting.beat]) << 32 | UInt64(units[posting.unit]), index: index)
    }
    // What was read from a table in order, and only added to or taken from, need not be sorted.
    if !zip(keys, keys.dropFirst()).allSatisfy(PostingKey.isBefore) { keys.sort(by: PostingKey.isBefore) }
    return keys.map(\.index)
  }
}

/// The order of references by the ids they stand for, known and unknown ones together.
struct IDRanks<Entity> {
  private let known: [UInt32]
  private let unknown: [UInt32]

  /// References in the order of the bytes of their ids.
  init(ids: [String], strays: [String]) {
    let all = ids + strays
    let order = all.indices.sorted { all[$0].utf8.lexicographicallyPrecedes(all[$1].utf8) }
    var ranks = [UInt32](repeating: 0, count: all.count)
    for (rank, index) in order.enumerated() { ranks[index] = UInt32(truncatingIfNeeded: rank) }
    known = Array(ranks[..<ids.count])
    unknown = Array(ranks[ids.count...])
  }

  /// Known references in the order of their indices, then unknown ones in the order of their ids.
  init(count: Int, strays: [String]) {
    self.init(ids: [], strays: strays, first: (0..<count).map { UInt32(truncatingIfNeeded: $0) })
  }

  private init(ids: [String], strays: [String], first: [UInt32]) {
    let others = IDRanks(ids: [], strays: strays)
    known = first
    unknown = others.unknown.map { $0 + UInt32(truncatingIfNeeded: first.count) }
  }

  /// The rank of a reference.
  subscript(reference: Reference<Entity>) -> UInt32 {
    reference.isKnown ? known[reference.index] : unknown[reference.strayIndex]
  }
}
