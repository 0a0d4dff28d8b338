/// A small roster of one week from Monday, 7 December 2026, to which each case of a rule adds what it is about.
enum BaseRoster {
  static let files = [
    "roster.toml": settings(),
    "districts.csv": "id,name\nnorth,North\n",
    "departments.csv": "id,district,name\nn1,north,North 1\nn2,north,North 2\n",
    "beats.csv": """
    id,place,name,kind,forces,needs,task
    post,n1,Market,post,,,
    route,n1,Canal,route,,,
    hall,n2,Hall,post,,,

    """,
    "units.csv": """
    id,callsign,force,home,reach,regime,officers,mode,skills,leader
    u1,Сокол,police,n1,district,three,2,foot,,
    u2,Лочин,police,n1,department,three,2,foot,,
    g1,Барс,guard,north,city,three,2,car,,
    v1,Mahalla,volunteer,n1,district,three,4,foot,,

    """,
    "demand.csv": demand,
    "assignments.csv": assignments,
  ]

  /// The heads of tables that cases fill.
  static let demand = "place,per,kind,days,shift,force,skill,minimum,target,maximum\n"
  static let assignments = "day,shift,beat,unit,status,note\n"
  static let absences = "unit,days,shift,reason\n"
  static let manoeuvres = "day,shift,unit,at,what,beat,reason,by\n"
  static let waivers = "rule,subject,first_day,last_day,reason,by\n"

  /// `roster.toml` with more keys in its one regime, and more tables after it.
  static func settings(regime: String = "", more: String = "") -> String {
    """
    format = 1
    title = "Small"
    time_zone = "Asia/Tashkent"
    first_day = 2026-12-07
    days = 7

    [[shift]]
    id = "A"
    start = "08:00"
    hours = 8
    [[shift]]
    id = "B"
    start = "16:00"
    hours = 8
    [[shift]]
    id = "C"
    start = "24:00"
    hours = 8
    night = true
    [[shift]]
    id = "D"
    covers = ["A", "B", "C"]

    [regime.three]
    shifts = ["A", "B", "C"]
    \(regime)

    [[escort]]
    force = "volunteer"
    by = ["police", "guard"]
    at_most = 2

    \(more)

    """
  }

  /// Postings of one unit to one beat, each `day of December`-`shift`, as in `7A 8B`; a mark before one names the column
  /// it stands at, as in `7A ⟦RST002:shift⟧8A`.
  static func postings(_ turns: String, unit: String = "u1", beat: String = "post") -> String {
    assignments
      + turns.split(separator: " ").map { turn in
        let parts = turn.split(separator: "⟧")
        let mark = parts.dropLast().joined().split(separator: ":")
        let day = String(parts[parts.count - 1].dropLast())
        let date = "2026-12-" + (day.count == 1 ? "0" : "") + day
        let fields = [("day", date), ("shift", String(turn.suffix(1))), ("beat", beat), ("unit", unit)]
        return fields.map { name, value in (mark.last == name[...] ? mark[0] + "⟧" : "") + value + "," }.joined()
          + ",\n"
      }.joined()
  }
}
