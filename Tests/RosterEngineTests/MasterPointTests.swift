import Testing

@testable import RosterEngine

@Suite("a point of the master")
struct MasterPointTests {
  private func point(_ random: inout TestRandom) -> MasterPoint {
    let minimum = random.below(4)
    let preferred = minimum + random.below(3)
    return MasterPoint(
      point: 0, minimum: minimum, preferred: preferred, maximum: preferred + random.below(3),
      missing: 40 + random.below(40), short: random.below(40), surplus: random.below(20))
  }

  @Test("is cheapest at a price where no other count is cheaper", arguments: 1...60)
  func cheapest(seed: Int) {
    var random = TestRandom(UInt64(seed))
    let point = point(&random)
    let price = random.below(120) - 40
    let values = (0...9).map { point.cost($0) * 1000 + price * 1000 * $0 }
    #expect(point.least(price: price * 1000, scale: 1000, most: 9) == values.min())
    let cheapest = point.cheapest(price: price * 1000, scale: 1000, most: 9)
    #expect(values.indices.filter { values[$0] == values.min() } == Array(cheapest))
  }

  @Test("has the price that leans on its centre by what is lacking", arguments: 1...60)
  func leaning(seed: Int) {
    var random = TestRandom(UInt64(seed))
    let point = point(&random)
    let (count, centre, pull) = (Double(random.below(90)) / 10, Double(random.below(60) - 10), 3.0)
    let price = point.price(count, near: centre, pull: pull)
    // The right price makes price * count + its distance, less the cheapest count's cost, least; others make it no less.
    func value(_ price: Double) -> Double {
      let least = [point.minimum, point.preferred, point.maximum].map { Double(point.cost($0)) + price * Double($0) }
      return price * count + (price - centre) * (price - centre) / (2 * pull) - (least.min() ?? 0)
    }
    #expect(price >= -Double(point.surplus) && price <= Double(point.missing))
    for step in -200...200 {
      let other = min(Double(point.missing), max(-Double(point.surplus), price + Double(step) / 4))
      #expect(value(price) <= value(other) + 1e-9)
    }
  }
}
