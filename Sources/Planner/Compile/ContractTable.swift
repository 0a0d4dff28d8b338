import RosterEngine
import RosterModel

/// The contracts of the regimes; units that double postings limit further have one of their own.
struct ContractTable {
  private struct Key: Hashable {
    var regime: Int
    var hidden: [Int: Int]
    var overtime: Int
  }

  /// The contracts made so far.
  private(set) var contracts: [Contract] = []
  private var numbers: [Key: Int] = [:]
  private let context: PlanContext

  init(_ context: PlanContext) { self.context = context }

  /// The contract of a unit's regime.
  ///
  /// - Parameters:
  ///   - hidden: shifts that are hidden in joined ones; each takes one from the shift's limit.
  ///   - overtime: minutes that it has worked beside its shifts; they are taken from those of the period.
  mutating func number(of unit: Unit, hidden: [Int: Int], overtime: Int) -> Int {
    let key = Key(regime: unit.regime.index, hidden: hidden, overtime: overtime)
    if let known = numbers[key] { return known }
    let settings = context.roster.settings
    var contract = Contract()
    for rule in PlannedRules.contracts {
      guard let strength = context.strengths.strength(of: rule.rule) else { continue }
      rule.bind(&contract, to: settings.regimes[key.regime], strength, in: settings)
    }
    for position in contract.shiftCounts.indices {
      let taken = hidden[contract.shiftCounts[position].shift] ?? 0
      contract.shiftCounts[position].bounds.maximum?.value -= taken
    }
    if let most = contract.totalMinutes.maximum?.value {
      contract.totalMinutes.maximum?.value = max(0, most - overtime)
    }
    let own = ShiftSet(settings.shifts.shifts.indices)
    contract.allowedShifts = contract.allowedShifts.intersection(own)
    numbers[key] = contracts.count
    contracts.append(contract)
    return contracts.count - 1
  }

  /// A unit as the engine knows it.
  mutating func staff(_ unit: Int, staffClass: Int, hidden: [Int: Int]) -> Staff {
    let who = context.roster.units[unit]
    var staff = Staff(
      staffClass: staffClass, contract: number(of: who, hidden: hidden, overtime: max(0, context.overtime[unit] ?? 0)))
    guard contracts[staff.contract].totalMinutes.minimum != nil else { return staff }
    let settings = context.roster.settings
    staff.minimumMinutes = FewestHours.minutes(
      of: settings.regimes[who.regime.index], daysPresent: context.daysPresent(UnitReference(unit)), in: settings)
    return staff
  }
}

/// Weights of a roster as the engine takes them.
enum PlanWeights {
  /// The largest weight the engine takes.
  static let largest = 1_000_000

  /// A weight from a file, brought into the engine's range.
  static func clamped(_ weight: Int) -> Int { min(max(0, weight), largest) }

  /// The product of two weights from a file, brought into the engine's range.
  static func product(_ first: Int, _ second: Int) -> Int {
    let (value, overflows) = clamped(first).multipliedReportingOverflow(by: clamped(second))
    return overflows ? largest : clamped(value)
  }
}

extension Strength {
  /// The same strength with its weight for a day's work spread over the hours of a day's work, rounded up.
  ///
  /// Weights are per unit and day; the engine charges limits on minutes by the started hour.
  func perHour(ofDay minutes: Int) -> Strength {
    guard case .soft(let weight) = self else { return self }
    let hours = max(1, minutes / 60)
    return .soft(weight: (weight + hours - 1) / hours)
  }
}
