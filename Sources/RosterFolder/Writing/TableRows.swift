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
