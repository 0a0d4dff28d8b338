extension ColumnSearch {
  /// Whether nothing that costs `value` or more is of use.
  func isHopeless(_ value: Double) -> Bool { value > Double(startCost - unit) + 0.01 }

  /// Solves the master and adds rows until none helps, or for some rounds.
  ///
  /// Prices stay in a box around those of the best bound, which keeps them from swinging from round to round; where members
  /// were settled since, the bound is found anew first.
  ///
  /// - Parameter gap: Ends too where master and bound are no further apart.
  mutating func generate(
    rounds most: Int, gap: Double, _ pricer: inout Pricer, _ model: Model, isStopped: @escaping @Sendable () -> Bool
  ) -> Outcome {
    let free = settled.indices.filter { settled[$0] < 0 }
    let limits = (least: 0.3 * firstDistance, most: 10 * firstDistance)
    if !isSteady {
      centreTotal = .min
      guard let offers = offers(to: free, at: centre, &pricer, model, isStopped) else { return .open }
      if isHopeless { return .hopeless }
      take(offers)
      isSteady = true
    }
    for _ in 0..<most {
      rounds += 1
      master.hold(near: centre, within: distance)
      if !master.optimise(isStopped: isStopped) { return .open }
      let isHeld = master.isHeld(near: centre, within: distance)
      let before = centreTotal
      let prices = Array(master.prices[..<points.count])
      guard let offers = offers(to: free, at: prices, &pricer, model, isStopped) else { return .open }
      if isHopeless { return .hopeless }
      let added = take(offers)
      if !isHeld && (added == 0 || master.objective - Double(centreTotal) / Double(Pricer.scale) < gap) {
        return .solved
      }
      if added == 0 {
        centre = prices
        distance = min(limits.most, distance * 1.5)
      } else {
        let most = isHeld && free.count < settled.count ? limits.most : firstDistance
        distance = max(limits.least, min(most, distance * (centreTotal > before ? 1.5 : 0.7)))
      }
    }
    if master.isHeld(near: centre, within: distance) {
      // A mix that leans on the box is no guide: it is solved once more without.
      master.hold(near: centre, within: .infinity)
      _ = master.optimise(isStopped: isStopped)
    }
    return .open
  }

  /// Best rows of free members at prices, and what that says of the bound; `nil` if stopped.
  private mutating func offers(
    to free: [Int], at prices: [Double], _ pricer: inout Pricer, _ model: Model,
    _ isStopped: @escaping @Sendable () -> Bool
  ) -> [(member: Int, row: RowColumn)]? {
    var values = [Double](repeating: 0, count: pricer.points.count)
    for (index, price) in zip(outer, prices) { values[Int(index)] = price }
    let offers = pricer.offers(
      for: free.map { place.members[$0] }, prices: PriceAscent.scaled(values), on: place.days, of: roster, model,
      isStopped: isStopped)
    var rows: [(member: Int, row: RowColumn)] = []
    for (member, offer) in zip(free, offers) {
      guard let offer else { return nil }
      rows.append((member, offer.column))
    }
    raiseBound(offers.compactMap { $0?.bound }, prices)
    return rows
  }

  /// Adds the rows that gain at the master's prices; returns how many.
  @discardableResult
  private mutating func take(_ offers: [(member: Int, row: RowColumn)]) -> Int {
    var added = 0
    for (member, row) in offers where reducedCost(row, member: member) < -0.02 {
      add(row, member: member)
      added += 1
    }
    return added
  }

  /// Whether the best bound so far leaves no room for anything better.
  private var isHopeless: Bool { isHopeless((Double(centreTotal) / Double(Pricer.scale)).rounded(.up)) }

  private func reducedCost(_ row: RowColumn, member: Int) -> Double {
    var reduced = Double(row.cost) - master.price(ofMember: member)
    for point in row.points where inner[Int(point)] >= 0 { reduced -= master.prices[Int(inner[Int(point)])] }
    return reduced
  }

  /// The Lagrangian bound of prices, times ``Pricer/scale``: members' cheapest rows, and each point's cheapest count.
  private mutating func raiseBound(_ offers: [Int], _ prices: [Double]) {
    let exact = PriceAscent.scaled(prices)
    var values = offers
    for variable in settled where variable >= 0 {
      let row = column(variable)
      var value = row.cost * Pricer.scale
      for point in row.points where inner[Int(point)] >= 0 { value -= exact[Int(inner[Int(point)])] }
      values.append(value)
    }
    let total = PriceAscent.total(values, exact, points, most: place.members.count)
    if total > centreTotal { (centreTotal, centre) = (total, prices) }
    if !settled.contains(where: { $0 >= 0 }) { bound = max(bound, total) }
  }
}
