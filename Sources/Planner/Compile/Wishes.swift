import RosterEngine
import RosterModel

/// The requests of planned units, day by day.
enum Wishes {
  /// The engine's requests for the cells that may be changed.
  static func requests(_ context: PlanContext, staffOfUnit: [Int], isFixed: [Bool]) -> [RosterEngine.Request] {
    let weight = context.roster.settings.weights.request
    return context.roster.requests.flatMap { request -> [RosterEngine.Request] in
      guard request.unit.isKnown, let subject = subject(of: request.matter) else { return [] }
      let staff = staffOfUnit[request.unit.index]
      guard staff >= 0 else { return [] }
      return context.calendar.period.compactMap { day in
        guard !isFixed[staff * context.calendar.dayCount + day], request.days.contains(context.calendar.day(day))
        else { return nil }
        return RosterEngine.Request(
          staff: staff, day: day, subject: subject, isWanted: request.wish == .want,
          weight: PlanWeights.product(request.weight, weight))
      }
    }
  }

  private static func subject(of matter: RosterModel.Request.Matter) -> RosterEngine.Request.Subject? {
    switch matter {
    case .off: .off
    case .anyShift: .anyShift
    case .shift(let shift): shift.isKnown ? .shift(shift.index) : nil
    }
  }
}
