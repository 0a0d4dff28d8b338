import Coverage
import RosterModel

/// A square below its demand, for people and programs.
struct GapRow: Encodable {
  var place: String
  var kind: String?
  var day: String
  var shift: String
  var force: String?
  var skill: String?
  var have: Int
  var minimum: Int
  var target: Int
  var gap: Int
  var shortfall: Int
  /// How many units could legally fill one more place besides what they do.
  var units: Int
  /// How many more could by leaving the one posting that they have on that day.
  var unitsByLeaving: Int

  init(_ state: SquareState, fillers: Fillers, _ frame: RosterFrame) {
    let line = frame.plan.lines[state.square.line]
    place = frame.roster.id(line.place)
    kind = line.kind?.rawValue
    day = state.square.day.description
    shift = frame.roster.settings.shifts.tile(state.square.tile).id
    force = line.force?.rawValue
    skill = line.skill.isEmpty ? nil : line.skill
    have = state.have
    minimum = state.square.minimum
    target = state.square.target
    gap = state.gap
    shortfall = state.shortfall
    units = fillers.free
    unitsByLeaving = fillers.byLeaving
  }
}
