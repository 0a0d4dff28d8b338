/// A roster bettered row by row: each row in turn is made the best there is while all others stand.
struct RowSearch: Sendable {
  let rows: RowModel
  var programme: RowProgramme
  private(set) var prices: [Int32]
  private(set) var options: [Int32]

  init(rows: RowModel, programme: RowProgramme, _ model: Model) {
    self.rows = rows
    self.programme = programme
    prices = Array(repeating: 0, count: model.dayCount * (model.shiftCount + 1))
    options = Array(repeating: -1, count: prices.count)
  }

  /// Prices a member's cells at what they cost by themselves and save in cover, the member's own row taken out.
  mutating func priceCells(of member: Int, _ state: SearchState, _ model: Model) {
    let codes = model.shiftCount + 1
    let optionRange = model.options.range(Int(model.staffClass[member]))
    for day in 0..<model.dayCount {
      let rowDay = day + model.historyDays
      let choices = programme.choices[member * model.dayCount + day]
      let isFixed = model.allowed[member * model.dayCount + day] == 0
      for code in 0..<codes {
        let place = day * codes + code
        prices[place] = RowProgramme.unreachable
        options[place] = -1
        if (choices >> UInt64(code)) & 1 == 0 { continue }
        if code == 0 {
          prices[place] = Int32(state.cellCost(member, rowDay, 0, -1, model))
          continue
        }
        for option in optionRange {
          let entry = model.options.items[option]
          if isFixed ? false : (entry.codes >> UInt64(code)) & 1 == 0 { continue }
          let cost =
            state.cellCost(member, rowDay, UInt8(code), Int32(option), model)
            - state.coverGain(rowDay, code, entry, model)
          if Int32(cost) < prices[place] {
            prices[place] = Int32(cost)
            options[place] = Int32(option)
          }
        }
      }
    }
  }

  /// Replaces a member's row by the cheapest; returns what that saves, or `nil` if the member has no right row.
  mutating func improve(_ member: Int, _ state: inout SearchState, _ model: Model) -> Int? {
    let codes = model.shiftCount + 1
    let kept = (0..<model.dayCount).map { day in
      let cell = member * model.rowLength + day + model.historyDays
      return (code: state.codes[cell], option: state.options[cell])
    }
    for day in 0..<model.dayCount where model.allowed[member * model.dayCount + day] != 0 {
      state.put(member, day + model.historyDays, 0, -1, model)
    }
    priceCells(of: member, state, model)
    let oldCost = rows.cost(of: kept.map(\.code), member: member, model).map { own in
      own + kept.enumerated().reduce(0) { $0 + Int(price(of: $1.element, on: $1.offset, member, state, model)) }
    }
    let answer = programme.solve(member, prices: prices, scale: 1, model)
    let isBetter = answer.map { $0.cost < oldCost ?? .max } ?? false
    for day in 0..<model.dayCount where model.allowed[member * model.dayCount + day] != 0 {
      var cell = kept[day]
      if isBetter, let answer {
        cell.code = answer.codes[day]
        cell.option = cell.code == 0 ? -1 : options[day * codes + Int(cell.code)]
      }
      if cell.code != 0 { state.put(member, day + model.historyDays, cell.code, cell.option, model) }
    }
    guard let answer else { return nil }
    return isBetter ? (oldCost ?? answer.cost) - answer.cost : 0
  }

  /// A roster with the rows of some members planned anew, one after the other; `nil` if one of them has no right row.
  func mended(_ roster: SearchState, members: [Int], _ model: Model) -> SearchState? {
    var (search, state) = (self, roster)
    for member in members where search.improve(member, &state, model) == nil { return nil }
    return state
  }

  private func price(
    of cell: (code: UInt8, option: Int32), on day: Int, _ member: Int, _ state: SearchState, _ model: Model
  ) -> Int {
    if model.allowed[member * model.dayCount + day] == 0 || cell.code == 0 {
      return Int(prices[day * (model.shiftCount + 1) + Int(cell.code)])
    }
    return state.cellCost(member, day + model.historyDays, cell.code, cell.option, model)
      - state.coverGain(day + model.historyDays, Int(cell.code), model.options.items[Int(cell.option)], model)
  }
}
