/// What a finding is about, in the words of ids, stable from run to run.
public enum Subject: Hashable, Sendable {
  /// A unit, or its day, or its shift of a day.
  case unit(String, day: Day? = nil, shift: String? = nil)
  /// An expanded demand row; an empty force or skill is any.
  case square(place: String, day: Day, shift: String, force: String, skill: String)
  /// A beat's cell.
  case cell(beat: String, day: Day, shift: String)
  /// A row of a table by its id, or the table itself.
  case row(table: String, id: String? = nil)
}

extension Subject: CustomStringConvertible {
  /// The subject as it is printed and as waivers and baselines name it.
  public var description: String {
    switch self {
    case .unit(let id, let day, let shift):
      "unit:" + ([id] + [day?.description, shift].compactMap { $0 }).joined(separator: "/")
    case .square(let place, let day, let shift, let force, let skill):
      "square:\(place)/\(day)/\(shift)/\(force)/\(skill)"
    case .cell(let beat, let day, let shift): "cell:\(beat)/\(day)/\(shift)"
    case .row(let table, let id): "row:" + [table, id].compactMap { $0 }.joined(separator: "/")
    }
  }

  /// The duty day it is about; `nil` where it is about none.
  public var day: Day? {
    switch self {
    case .unit(_, let day, _): day
    case .square(_, let day, _, _, _), .cell(_, let day, _): day
    case .row: nil
    }
  }
}
