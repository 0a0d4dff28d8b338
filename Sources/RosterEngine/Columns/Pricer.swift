import Synchronization
import Threads

/// Finds rows that are cheap at given prices of cover, members side by side.
struct Pricer: Sendable {
  /// Prices are whole numbers of this part of a unit of cost, so that bounds are exact.
  static let scale = 1000

  let rows: RowModel
  let points: [MasterPoint]
  /// The master's index of each point of the model, or -1.
  let masterPoint: [Int32]
  private var programmes: [RowProgramme]
  /// The roster with nothing in it but what is fixed.
  let empty: SearchState

  init(rows: RowModel, programme: RowProgramme, points: [MasterPoint], threads: Int, _ problem: Problem, _ model: Model)
  {
    self.rows = rows
    self.points = points
    var masterPoint = [Int32](repeating: -1, count: model.needs.count)
    for (index, point) in points.enumerated() { masterPoint[point.point] = Int32(index) }
    self.masterPoint = masterPoint
    programmes = Array(repeating: programme, count: max(1, threads))
    empty = SearchState(problem, model)
  }

  /// A copy that works on one thread.
  func single() -> Pricer {
    var copy = self
    copy.programmes = Array(programmes.prefix(1))
    return copy
  }

  /// A member's best row and its value: cost times scale, less the prices of its points.
  struct Offer: Sendable {
    let column: RowColumn
    let value: Int
    /// No row of the member has less.
    let bound: Int
  }

  /// The best row of each member asked for; `nil` for one that was not reached before a stop.
  ///
  /// - Parameters:
  ///   - prices: What one more count at each of ``points`` is worth, times ``scale``.
  ///   - days: Days on which rows may differ from the roster.
  mutating func offers(
    for members: [Int], prices: [Int], on days: Range<Int>, of roster: SearchState, _ model: Model,
    isStopped: @escaping @Sendable () -> Bool
  ) -> [Offer?] {
    let worth = OptionWorth(prices, self, on: days, classes: Set(members.map { Int(model.staffClass[$0]) }), model)
    if programmes.count == 1 {
      // Taken out for the while: a programme that is shared would be copied, layers and all.
      var programme = programmes.removeLast()
      var cells = CellPrices(model)
      let offers = members.map { member in
        isStopped() ? nil : offer(for: member, worth, on: days, of: roster, &cells, &programme, model)
      }
      programmes.append(programme)
      return offers
    }
    let results = Mutex<[Offer?]>(Array(repeating: nil, count: members.count))
    let desk = Mutex<[RowProgramme?]>(programmes)
    let count = programmes.count
    programmes = []
    let next = Atomic<Int>(0)
    let shared = self
    Threads.run(count) { index in
      guard
        var programme = desk.withLock({ desk in
          let own = desk[index]
          desk[index] = nil
          return own
        })
      else { return }
      var cells = CellPrices(model)
      while true {
        let turn = next.add(1, ordering: .relaxed).oldValue
        if turn >= members.count || isStopped() { break }
        let offer = shared.offer(for: members[turn], worth, on: days, of: roster, &cells, &programme, model)
        results.withLock { $0[turn] = offer }
      }
      let back = programme
      desk.withLock { $0[index] = back }
    }
    programmes = desk.withLock { desk in
      let all = desk.compactMap { $0 }
      desk = []
      return all
    }
    return results.withLock { $0 }
  }

  /// Prices of a member's cells and the options behind them.
  private struct CellPrices {
    var prices: [Int32]
    var options: [Int32]

    init(_ model: Model) {
      prices = Array(repeating: 0, count: model.dayCount * (model.shiftCount + 1))
      options = Array(repeating: -1, count: prices.count)
    }
  }

  private func offer(
    for member: Int, _ worth: OptionWorth, on days: Range<Int>, of roster: SearchState, _ cells: inout CellPrices,
    _ programme: inout RowProgramme, _ model: Model
  ) -> Offer? {
    let codes = model.shiftCount + 1
    let options = model.options.range(Int(model.staffClass[member]))
    for index in cells.prices.indices { cells.prices[index] = RowProgramme.unreachable }
    for day in 0..<model.dayCount {
      let rowDay = day + model.historyDays
      let cell = member * model.dayCount + day
      if !days.contains(day) || model.allowed[cell] == 0 {
        let code = roster.codes[member * model.rowLength + rowDay]
        let option = roster.options[member * model.rowLength + rowDay]
        let own = roster.cellCost(member, rowDay, code, option, model) * Self.scale
        let saved = days.contains(day) && code != 0 ? worth.value(Int(option), day, Int(code)) : 0
        cells.prices[day * codes + Int(code)] = Int32(own - saved)
        cells.options[day * codes + Int(code)] = option
        continue
      }
      var left = programme.choices[cell]
      while left != 0 {
        let code = left.trailingZeroBitCount
        left &= left - 1
        let place = day * codes + code
        if code == 0 {
          cells.prices[place] = Int32(roster.cellCost(member, rowDay, 0, -1, model) * Self.scale)
          cells.options[place] = -1
          continue
        }
        for option in options where (model.options.items[option].codes >> UInt64(code)) & 1 != 0 {
          let cost =
            roster.cellCost(member, rowDay, UInt8(code), Int32(option), model) * Self.scale
            - worth.value(option, day, code)
          if cost < Int(cells.prices[place]) {
            cells.prices[place] = Int32(cost)
            cells.options[place] = Int32(option)
          }
        }
      }
    }
    guard let answer = programme.solve(member, prices: cells.prices, scale: Int32(Self.scale), model) else {
      return nil
    }
    let chosen = answer.codes.enumerated().map { $1 == 0 ? -1 : cells.options[$0 * codes + Int($1)] }
    guard let column = column(member, answer.codes, chosen, model) else { return nil }
    return Offer(column: column, value: answer.cost, bound: answer.bound)
  }

  @inline(__always)
  func forEachPoint(_ day: Int, _ code: Int, _ entry: OptionEntry, _ model: Model, _ body: (Int32) -> Void) {
    for index in Int(entry.lineStart)..<Int(entry.lineEnd) {
      for slot in model.slots.range(code) {
        let point = masterPoint[model.point(line: model.optionLines[index], day: day, slot: model.slots.items[slot])]
        if point >= 0 { body(point) }
      }
    }
  }

  /// A row as a column; `nil` if it breaks a hard rule.
  func column(_ member: Int, _ codes: [UInt8], _ options: [Int32], _ model: Model) -> RowColumn? {
    guard var cost = rows.cost(of: codes, member: member, model) else { return nil }
    var points: [Int32] = []
    for (day, code) in codes.enumerated() {
      cost += empty.cellCost(member, day + model.historyDays, code, options[day], model)
      if code != 0 {
        forEachPoint(day, Int(code), model.options.items[Int(options[day])], model) { points.append($0) }
      }
    }
    return RowColumn(member: member, codes: codes, options: options, cost: cost, points: points)
  }

  /// The column of a member's row in a roster.
  func column(of member: Int, in roster: SearchState, _ model: Model) -> RowColumn? {
    let cells = (model.historyDays..<model.rowLength).map { member * model.rowLength + $0 }
    return column(member, cells.map { roster.codes[$0] }, cells.map { roster.options[$0] }, model)
  }
}

/// What working each code at each option on each day is worth at prices of cover, for the members who share the option.
struct OptionWorth: Sendable {
  private var values: [Int]
  private let firstDay: Int
  private let dayCount: Int
  private let codeCount: Int
  /// Where an option's values begin, or -1.
  private var starts: [Int32]

  /// Sums the prices of the points that each code counts in, for the classes given.
  init(_ prices: [Int], _ pricer: Pricer, on days: Range<Int>, classes: Set<Int>, _ model: Model) {
    codeCount = model.shiftCount + 1
    firstDay = days.lowerBound
    dayCount = days.count
    starts = Array(repeating: -1, count: model.options.items.count)
    values = []
    for staffClass in classes.sorted() {
      for option in model.options.range(staffClass) {
        let entry = model.options.items[option]
        starts[option] = Int32(values.count)
        for day in days {
          values.append(0)
          for code in 1..<codeCount {
            var sum = 0
            pricer.forEachPoint(day, code, entry, model) { sum += prices[Int($0)] }
            values.append(sum)
          }
        }
      }
    }
  }

  /// The worth of a code other than 0, on one of the days, at an option of one of the classes.
  @inline(__always)
  func value(_ option: Int, _ day: Int, _ code: Int) -> Int {
    values[Int(starts[option]) + (day - firstDay) * codeCount + code]
  }
}
