import Screen

/// What `patrol new` answers: which roster was made, for people and programs.
struct NewAnswer: Encodable {
  /// The version of the shape, for programs; a minor version only adds fields.
  let formatVersion = "1.0"
  var folder: String
  var title: String
  var firstDay: String
  var days: Int
  var timeZone: String
  var files: [String]

  init(_ template: RosterTemplate, folder: String) {
    self.folder = folder
    title = template.title
    firstDay = template.firstDay.description
    days = template.days
    timeZone = template.timeZone
    files = template.files.map(\.name)
  }

  /// The answer for people.
  var text: String {
    "made \(folder.shown): `patrol plan \(folder.shown)` fills it, `patrol edit \(folder.shown)` opens it"
  }
}
