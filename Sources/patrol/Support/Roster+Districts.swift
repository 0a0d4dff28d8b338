import RosterModel

extension Roster {
  /// The districts of these ids, without regard to case.
  ///
  /// - Throws: `CommandFailure` that names what is not a district and what are.
  func districts(named ids: [String]) throws -> [DistrictReference] {
    try ids.map { id in
      guard let index = districts.firstIndex(where: { $0.id.lowercased() == id.lowercased() }) else {
        let known = districts.prefix(20).map(\.id).joined(separator: ", ")
        throw CommandFailure(.usage, "--district: no district is named '\(id)'. The roster has: \(known).")
      }
      return DistrictReference(index)
    }
  }
}
