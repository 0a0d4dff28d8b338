/// Makes the best row of one staff member beside everyone else's: a longest path through a ``RowDiagram``.
///
/// What a day gains is what its best post saves in cover, less what the cell costs. Costs that tie days together
/// (continuity, balance, soft rules) are left to the judgement of the whole move, as are hard rules that the diagram
/// leaves out.
struct RowRenewal: Sendable {
  private let diagrams: RowDiagrams
  /// By day and column of the diagram.
  private var gains: [Int32] = []
  private var options: [Int32] = []
  private var posts: BestPosts
  private var values: [Int32]

  init(_ diagrams: RowDiagrams, _ model: Model) {
    self.diagrams = diagrams
    values = Array(repeating: 0, count: diagrams.diagrams.map(\.nodeCount).max() ?? 0)
    posts = BestPosts(model)
  }

  /// Whether a member's row can be made.
  func canRenew(_ member: Int32) -> Bool { diagrams.diagramOf[Int(member)] >= 0 }

  /// Writes the best row of a member into the searcher's move, as far as it differs from what is there.
  ///
  /// Equals are decided by chance: every day and code has less than `noise` on top. O(options × days × lines, and the
  /// diagram).
  mutating func propose(
    _ member: Int, noise: Int, _ margins: inout Margins, _ searcher: inout Searcher, _ model: Model
  ) {
    searcher.move.removeAll(keepingCapacity: true)
    let number = diagrams.diagramOf[member]
    guard number >= 0 else { return }
    let diagram = diagrams.diagrams[Int(number)]
    lift(member, &margins, &searcher, model)
    price(member, diagram.codes, noise: noise, margins, &searcher, model)
    putBack(member, &margins, &searcher, model)
    diagram.gain(gains, into: &values)
    guard let path = diagram.path(from: diagrams.rootOf[member], gains, values) else { return }
    for (day, code) in path.enumerated() where model.allowed[member * model.dayCount + day] != 0 {
      let column = diagram.codes.firstIndex(of: code) ?? 0
      let option = code == 0 ? -1 : options[day * diagram.codes.count + column]
      let cell = member * model.rowLength + day + model.historyDays
      if searcher.state.codes[cell] == code && searcher.state.options[cell] == option { continue }
      searcher.move.append(
        Change(member: Int32(member), day: Int32(day + model.historyDays), code: code, option: option))
    }
  }

  /// Takes the member's free days out of the cover.
  private func lift(_ member: Int, _ margins: inout Margins, _ searcher: inout Searcher, _ model: Model) {
    for change in row(of: member, searcher, model) {
      _ = searcher.state.removeCover(Int(change.day), change.code, change.option, model)
      margins.note(change, searcher.state, model)
    }
  }

  private func putBack(_ member: Int, _ margins: inout Margins, _ searcher: inout Searcher, _ model: Model) {
    for change in row(of: member, searcher, model) {
      _ = searcher.state.addCover(Int(change.day), change.code, change.option, model)
      margins.note(change, searcher.state, model)
    }
  }

  private func row(of member: Int, _ searcher: Searcher, _ model: Model) -> [Change] {
    (0..<model.dayCount).compactMap { day in
      let cell = member * model.rowLength + model.historyDays + day
      guard searcher.state.codes[cell] != 0, model.allowed[member * model.dayCount + day] != 0 else { return nil }
      return Change(
        member: Int32(member), day: Int32(day + model.historyDays), code: searcher.state.codes[cell],
        option: searcher.state.options[cell])
    }
  }

  /// What each day and code of a member gains beside everyone else's rows, and the best post for it.
  private mutating func price(
    _ member: Int, _ codes: [UInt8], noise: Int, _ margins: Margins, _ searcher: inout Searcher, _ model: Model
  ) {
    let staffClass = Int(model.staffClass[member])
    let count = model.options.range(staffClass).count
    posts.find(
      staffClass, codes, prices: margins.values, from: count == 0 ? 0 : searcher.random.below(count), model)
    gains = posts.gains
    options = posts.options
    finish(member, codes, noise: noise, margins, &searcher, model)
  }

  /// Adds what the cells themselves cost, keeps the present post among equals, and closes what is not allowed.
  private mutating func finish(
    _ member: Int, _ codes: [UInt8], noise: Int, _ margins: Margins, _ searcher: inout Searcher, _ model: Model
  ) {
    // The sum over a whole row must stay above what is impossible.
    let most = -RowDiagram.impossible / 2 / Int32(max(1, model.dayCount))
    for day in 0..<model.dayCount {
      let cell = member * model.dayCount + day
      let allowed = model.allowed[cell]
      let present = searcher.state.codes[member * model.rowLength + day + model.historyDays]
      let request = model.requestStart[cell]
      for (column, code) in codes.enumerated() {
        let place = day * codes.count + column
        guard allowed != 0 else {
          gains[place] = code == present ? 0 : RowDiagram.impossible
          continue
        }
        guard (allowed >> UInt64(code)) & 1 != 0, code == 0 || options[place] >= 0 else {
          gains[place] = RowDiagram.impossible
          continue
        }
        var gain = code == 0 ? 0 : gains[place]
        if request >= 0 { gain -= Int32(clamping: model.requestCosts[Int(request) + Int(code)]) }
        if !model.referenceCodes.isEmpty && model.referenceCodes[cell] != code { gain -= Int32(model.changeWeight) }
        gains[place] = max(-most, min(most, gain)) + Int32(searcher.random.below(noise))
      }
      if present != 0 && allowed != 0 { keepPresent(member, day, codes, present, margins, searcher, model) }
    }
  }

  /// Stays at the present post where no other is better, so that nobody is moved for nothing.
  private mutating func keepPresent(
    _ member: Int, _ day: Int, _ codes: [UInt8], _ present: UInt8, _ margins: Margins, _ searcher: Searcher,
    _ model: Model
  ) {
    guard let column = codes.firstIndex(of: present) else { return }
    let place = day * codes.count + column
    let best = options[place]
    let option = searcher.state.options[member * model.rowLength + day + model.historyDays]
    guard best >= 0, best != option else { return }
    if gain(of: option, day, present, margins, model) >= gain(of: best, day, present, margins, model) {
      options[place] = option
    }
  }

  private func gain(of option: Int32, _ day: Int, _ code: UInt8, _ margins: Margins, _ model: Model) -> Int32 {
    let entry = model.options.items[Int(option)]
    var gain = -entry.cost
    for line in model.optionLines[Int(entry.lineStart)..<Int(entry.lineEnd)] {
      for slot in model.slots.items[model.slots.range(Int(code))] {
        gain += margins.values[model.point(line: line, day: day, slot: slot)]
      }
    }
    return gain
  }
}
