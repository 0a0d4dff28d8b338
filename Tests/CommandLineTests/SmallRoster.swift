import Foundation

/// A roster of one beat, two units and two days, covered but for the second day; and variations of it.
struct SmallRoster {
  /// The text of each file.
  var files = [
    "roster.toml": """
    format = 1
    title = "Small"
    time_zone = "Asia/Tashkent"
    first_day = 2026-12-05
    days = 2
    [[shift]]
    id = "A"
    name = "Day"
    start = "08:00"
    hours = 24
    [regime.any]
    shifts = ["A"]
    [rules.departments-outside-4-9]
    severity = "off"
    [rules.evening-night-share-too-low]
    severity = "off"

    """,
    "districts.csv": "id,name\nnorth,North\nsouth,South\n",
    "departments.csv": "id,district,name\nn1,north,North 1\ns1,south,South 1\n",
    "beats.csv": "id,place,name,kind,forces,needs,task\nb1,n1,Market,post,,,Walk\n",
    "units.csv": """
    id,callsign,force,home,reach,regime,officers,mode,skills,leader
    u1,Сокол,police,n1,district,any,2,foot,,
    u2,Лочин,police,n1,district,any,2,foot,,

    """,
    "demand.csv": "place,per,kind,days,shift,force,skill,minimum,target,maximum\nb1,,,daily,,,,1,,\n",
    "assignments.csv": "day,shift,beat,unit,status,note\n2026-12-05,A,b1,u1,,\n",
  ]

  /// The same with the second day covered too: nothing is wrong with it.
  static var clean: SmallRoster { SmallRoster().appending("2026-12-06,A,b1,u2,,\n", to: "assignments.csv") }

  /// The same with text at the end of a file.
  func appending(_ text: String, to file: String) -> SmallRoster {
    var roster = self
    roster.files[file, default: ""] += text
    return roster
  }

  /// The same with a part of a file's text replaced.
  func replacing(_ old: String, by new: String, in file: String) -> SmallRoster {
    var roster = self
    roster.files[file] = files[file]?.replacingOccurrences(of: old, with: new)
    return roster
  }

  /// Writes it into a new folder of this name and returns the folder's path.
  func write(to folder: TemporaryFolder, as name: String = "roster") throws -> String {
    let target = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    for (name, text) in files { try Data(text.utf8).write(to: target.appending(path: name)) }
    return target.path
  }
}
