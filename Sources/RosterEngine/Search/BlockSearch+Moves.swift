extension BlockSearch {
  /// Writes a random move into `searcher.move`; leaves it empty when the draw makes no sense.
  @inline(__always)
  mutating func propose(_ model: Model) {
    searcher.move.removeAll(keepingCapacity: true)
    let draw = searcher.random.below(64)
    if draw < 24 && !shortfalls.points.isEmpty {
      if draw < 8 { proposeFillBySwap(model) } else { proposeFill(model) }
    } else if draw < 38 {
      proposeChange(model)
    } else if draw < 54 {
      proposeBlockSwap(model)
    } else if draw < 60 {
      proposePostSwap(model)
    } else {
      proposeRun(model)
    }
  }

  /// Fills a point that is short: with someone off, with someone posted elsewhere, or by moving a day of someone's.
  private mutating func proposeFill(_ model: Model) {
    let point = Int(shortfalls.points[searcher.random.below(shortfalls.points.count)])
    guard let candidate = shortfalls.candidate(for: point, &searcher.random, model) else { return }
    let day = (point / model.slotCount) % model.dayCount
    let member = Int(candidate.member)
    let option = model.options.items[Int(candidate.option)]
    let codes = model.allowed[member * model.dayCount + day] & option.codes & model.slotCodes[point % model.slotCount]
    guard codes != 0 else { return }
    let code = searcher.random.bit(of: codes)
    let rowDay = day + model.historyDays
    let current = searcher.state.codes[member * model.rowLength + rowDay]
    add(member, rowDay, code, candidate.option)
    let draw = searcher.random.below(8)
    if current == 0 {
      if draw < 4 {
        addClearing(member, besides: rowDay, model)
      } else if draw < 6 {
        clearNeighbour(member, rowDay, model)
      }
    } else if draw == 0 {
      clearNeighbour(member, rowDay, model)
    } else if draw == 1 {
      changeNeighbours(member, rowDay, code, model)
    }
  }

  /// Fills a point that is short with someone who takes the place of another there, whose days it takes in exchange.
  ///
  /// Where many could work but few count in the line, as with a skill, this is what fills it.
  private mutating func proposeFillBySwap(_ model: Model) {
    let point = Int(shortfalls.points[searcher.random.below(shortfalls.points.count)])
    guard let candidate = shortfalls.candidate(for: point, &searcher.random, model) else { return }
    let day = (point / model.slotCount) % model.dayCount
    let first = Int(candidate.member)
    let codes = model.slotCodes[point % model.slotCount]
    guard (codes >> UInt64(searcher.state.codes[first * model.rowLength + day + model.historyDays])) & 1 == 0 else {
      return
    }
    for _ in 0..<8 {
      let second = randomMember()
      let code = searcher.state.codes[second * model.rowLength + day + model.historyDays]
      guard second != first, (codes >> UInt64(code)) & 1 != 0 else { continue }
      let before = min(searcher.random.below(6), searcher.random.below(6))
      let after = min(searcher.random.below(6), searcher.random.below(6))
      return exchange(first, second, max(0, day - before)..<min(model.dayCount, day + after + 1), model)
    }
  }

  /// Changes one cell; half of the time another one of the same row makes up for it.
  private mutating func proposeChange(_ model: Model) {
    let member = randomMember()
    let day = searcher.random.below(model.dayCount)
    let allowed = model.allowed[member * model.dayCount + day]
    guard allowed > 1 else { return }
    let rowDay = day + model.historyDays
    let current = Int(searcher.state.codes[member * model.rowLength + rowDay])
    let code = searcher.random.bit(of: allowed)
    if code == 0 {
      guard current != 0 else { return }
      add(member, rowDay, 0, -1)
      if searcher.random.below(2) == 0 { addWork(member, besides: rowDay, model) }
    } else {
      let option = drawOption(member, rowDay, code, model)
      guard option >= 0 else { return }
      add(member, rowDay, code, option)
      if current == 0 && searcher.random.below(2) == 0 { addClearing(member, besides: rowDay, model) }
    }
  }

  /// Exchanges one to eight days of two members, each with a post of its own class.
  private mutating func proposeBlockSwap(_ model: Model) {
    let (first, second) = (randomMember(), randomMember())
    guard first != second else { return }
    let length = 1 + min(searcher.random.below(8), searcher.random.below(8))
    let start = searcher.random.below(model.dayCount)
    exchange(first, second, start..<min(model.dayCount, start + length), model)
  }

  /// Exchanges the days of two members.
  private mutating func exchange(_ first: Int, _ second: Int, _ days: Range<Int>, _ model: Model) {
    let (firstRow, secondRow) = (
      first * model.rowLength + model.historyDays, second * model.rowLength + model.historyDays
    )
    var differs = false
    for day in days {
      let code = searcher.state.codes[secondRow + day]
      if code != searcher.state.codes[firstRow + day] { differs = true }
      let option = code == 0 ? -1 : translated(searcher.state.options[secondRow + day], from: second, to: first, model)
      if code != 0 && option < 0 { return searcher.move.removeAll(keepingCapacity: true) }
      add(first, day + model.historyDays, Int(code), option)
    }
    guard differs else { return searcher.move.removeAll(keepingCapacity: true) }
    for day in days {
      let code = searcher.state.codes[firstRow + day]
      let option = code == 0 ? -1 : translated(searcher.state.options[firstRow + day], from: first, to: second, model)
      if code != 0 && option < 0 { return searcher.move.removeAll(keepingCapacity: true) }
      add(second, day + model.historyDays, Int(code), option)
    }
  }

  /// Exchanges the posts of two members who work the same day; or the whole assignments if their shifts differ.
  private mutating func proposePostSwap(_ model: Model) {
    let (first, second) = (randomMember(), randomMember())
    let day = model.historyDays + searcher.random.below(model.dayCount)
    let (firstCell, secondCell) = (first * model.rowLength + day, second * model.rowLength + day)
    let (firstCode, secondCode) = (searcher.state.codes[firstCell], searcher.state.codes[secondCell])
    guard first != second, firstCode != 0, secondCode != 0 else { return }
    let forFirst = translated(searcher.state.options[secondCell], from: second, to: first, model)
    let forSecond = translated(searcher.state.options[firstCell], from: first, to: second, model)
    guard forFirst >= 0, forSecond >= 0 else { return }
    add(first, day, Int(secondCode), forFirst)
    add(second, day, Int(firstCode), forSecond)
  }

  /// Gives a member the same shift, or off, on two to five days in a row.
  private mutating func proposeRun(_ model: Model) {
    let member = randomMember()
    let start = searcher.random.below(model.dayCount)
    let end = min(model.dayCount, start + 2 + searcher.random.below(4))
    let allowed = model.allowed[member * model.dayCount + start]
    guard allowed > 1 else { return }
    let code = searcher.random.bit(of: allowed)
    for day in start..<end {
      let rowDay = day + model.historyDays
      if Int(searcher.state.codes[member * model.rowLength + rowDay]) == code { continue }
      guard (model.allowed[member * model.dayCount + day] >> UInt64(code)) & 1 != 0 else { break }
      let option = code == 0 ? -1 : drawOption(member, rowDay, code, model)
      if code != 0 && option < 0 { break }
      add(member, rowDay, code, option)
    }
  }

  @inline(__always)
  private mutating func randomMember() -> Int {
    Int(members[searcher.random.below(members.count)])
  }

  @inline(__always)
  private mutating func add(_ member: Int, _ day: Int, _ code: Int, _ option: Int32) {
    searcher.move.append(
      Change(member: Int32(member), day: Int32(day), code: UInt8(truncatingIfNeeded: code), option: option))
  }

  /// An option for a shift: mostly the one that saves most, now and then any.
  private mutating func drawOption(_ member: Int, _ day: Int, _ code: Int, _ model: Model) -> Int32 {
    if searcher.random.below(4) == 0 {
      let range = model.options.range(Int(model.staffClass[member]))
      return range.isEmpty ? -1 : Int32(range.lowerBound + searcher.random.below(range.count))
    }
    return searcher.bestOption(member, day, code, model).option
  }

  @inline(__always)
  private func translated(_ option: Int32, from: Int, to: Int, _ model: Model) -> Int32 {
    if model.staffClass[from] == model.staffClass[to] { return option }
    return model.option(of: model.staffClass[to], post: model.options.items[Int(option)].post)
  }

  /// Clears another day that the member works, if a few draws find one.
  private mutating func addClearing(_ member: Int, besides rowDay: Int, _ model: Model) {
    for _ in 0..<6 {
      let day = searcher.random.below(model.dayCount) + model.historyDays
      if day == rowDay || searcher.state.codes[member * model.rowLength + day] == 0 { continue }
      if model.allowed[member * model.dayCount + day - model.historyDays] == 0 { continue }
      return add(member, day, 0, -1)
    }
  }

  /// Gives the member work on another day off, if a few draws find one.
  private mutating func addWork(_ member: Int, besides rowDay: Int, _ model: Model) {
    for _ in 0..<6 {
      let day = searcher.random.below(model.dayCount) + model.historyDays
      if day == rowDay || searcher.state.codes[member * model.rowLength + day] != 0 { continue }
      let codes = model.allowed[member * model.dayCount + day - model.historyDays] & ~1
      if codes == 0 { continue }
      let code = searcher.random.bit(of: codes)
      let option = drawOption(member, day, code, model)
      if option >= 0 { add(member, day, code, option) }
      return
    }
  }

  /// Clears the day before or the day after, whose shift may leave too little rest.
  private mutating func clearNeighbour(_ member: Int, _ rowDay: Int, _ model: Model) {
    let day = searcher.random.below(2) == 0 ? rowDay - 1 : rowDay + 1
    guard day >= model.historyDays, day < model.rowLength,
      searcher.state.codes[member * model.rowLength + day] != 0
    else { return }
    add(member, day, 0, -1)
  }

  /// Gives up to three working days that follow, or that precede, the same shift.
  private mutating func changeNeighbours(_ member: Int, _ rowDay: Int, _ code: Int, _ model: Model) {
    let step = searcher.random.below(2) == 0 ? -1 : 1
    var day = rowDay
    for _ in 0..<(1 + searcher.random.below(3)) {
      day += step
      guard day >= model.historyDays, day < model.rowLength else { return }
      let current = Int(searcher.state.codes[member * model.rowLength + day])
      guard current != 0, current != code else { return }
      let option = drawOption(member, day, code, model)
      guard option >= 0 else { return }
      add(member, day, code, option)
    }
  }
}
