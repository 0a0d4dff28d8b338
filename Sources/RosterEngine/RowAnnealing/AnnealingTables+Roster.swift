extension AnnealingTables {
  /// A roster by duties, by staff then day of the period.
  func roster(_ state: SearchState, _ model: Model) -> [UInt8] {
    var roster: [UInt8] = []
    roster.reserveCapacity(staffCount * dayCount)
    for member in 0..<staffCount {
      for day in model.historyDays..<model.rowLength {
        let cell = member * model.rowLength + day
        let (code, option) = (state.codes[cell], state.options[cell])
        roster.append(code == 0 ? 0 : duties.ofOption[Int(option) * codeCount + Int(code)])
      }
    }
    return roster
  }
}
