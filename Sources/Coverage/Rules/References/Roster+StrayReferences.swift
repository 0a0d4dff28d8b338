import RosterModel

extension Roster {
  /// For every table the columns that name an id which no table defines, in the order of the tables.
  func strayReferences(assignments: [Assignment]) -> [StrayList] {
    [settingsStrays()] + placeStrays() + demandStrays() + postingStrays(assignments) + recordStrays()
  }

  private func settingsStrays() -> StrayList {
    var list = StrayList(self, "roster.toml")
    for shift in settings.shifts.shifts {
      for covered in shift.covers {
        list.look(covered, "shift", column: "covers", line: 0, owner: "shift/\(shift.id)")
      }
    }
    for regime in settings.regimes {
      for shift in regime.shifts {
        list.look(shift, "shift", column: "shifts", line: 0, owner: "regime/\(regime.name)")
      }
      for limit in regime.maxShifts {
        list.look(limit.shift, "shift", column: "max_shifts", line: 0, owner: "regime/\(regime.name)")
      }
    }
    for (rule, setting) in settings.rules.sorted(by: { $0.key < $1.key }) {
      for override in setting.overrides {
        guard let id = override.district, !districts.contains(where: { $0.id == id }) else { continue }
        list.add(id, "district", "district", override.lines["district"] ?? 0, "rules/\(rule)/override")
      }
    }
    return list
  }

  private func placeStrays() -> [StrayList] {
    var ofDepartments = StrayList(self, "departments.csv")
    for row in departments {
      ofDepartments.look(row.district, "district", column: "district", line: row.line, owner: row.id)
    }
    var ofBeats = StrayList(self, "beats.csv")
    for row in beats { ofBeats.look(row.place, column: "place", line: row.line, owner: row.id) }
    var ofUnits = StrayList(self, "units.csv")
    for row in units {
      ofUnits.look(row.home, column: "home", line: row.line, owner: row.id)
      ofUnits.look(row.regime, "regime", column: "regime", line: row.line, owner: row.id)
    }
    return [ofDepartments, ofBeats, ofUnits]
  }

  private func demandStrays() -> [StrayList] {
    var ofDemand = StrayList(self, "demand.csv")
    for row in demand {
      ofDemand.look(row.place, column: "place", line: row.line, owner: "")
      if let shift = row.shift {
        ofDemand.look(shift, "shift", column: "shift", line: row.line, owner: id(row.place))
      }
    }
    var ofIncidents = StrayList(self, "incidents.csv")
    for row in incidents { ofIncidents.look(row.place, column: "place", line: row.line, owner: row.at) }
    return [ofDemand, ofIncidents]
  }

  private func postingStrays(_ assignments: [Assignment]) -> [StrayList] {
    [("assignments.csv", assignments), ("published.csv", published)].map { file, rows in
      var list = StrayList(self, file)
      for row in rows where row.shift.raw < 0 || row.beat.raw < 0 || row.unit.raw < 0 {
        let owner = { "\(row.day)/\(id(row.shift))/\(id(row.beat))/\(id(row.unit))" }
        list.look(row.shift, "shift", column: "shift", line: row.line, owner: owner())
        list.look(row.beat, "beat", column: "beat", line: row.line, owner: owner())
        list.look(row.unit, "unit", column: "unit", line: row.line, owner: owner())
      }
      return list
    }
  }

  private func recordStrays() -> [StrayList] {
    var ofAbsences = StrayList(self, "absences.csv")
    for row in absences {
      ofAbsences.look(row.unit, "unit", column: "unit", line: row.line, owner: row.days.description)
      if let shift = row.shift {
        ofAbsences.look(
          shift, "shift", column: "shift", line: row.line, owner: "\(id(row.unit))/\(row.days)")
      }
    }
    var ofRequests = StrayList(self, "requests.csv")
    for row in requests {
      ofRequests.look(row.unit, "unit", column: "unit", line: row.line, owner: row.days.description)
      if case .shift(let shift) = row.matter {
        ofRequests.look(shift, "shift", column: "shift", line: row.line, owner: "\(id(row.unit))/\(row.days)")
      }
    }
    var ofPublications = StrayList(self, "publications.csv")
    for row in publications {
      ofPublications.look(row.district, "district", column: "district", line: row.line, owner: row.day.description)
    }
    return [ofAbsences, ofRequests, ofPublications]
  }
}
