extension RuleCase {
  /// How the city and its tables are made.
  static let structure = [
    RuleCase(
      "ORG001",
      passing: [
        "departments.csv": "id,district,name\n" + (1...4).map { "n\($0),north,North \($0)\n" }.joined()
      ],
      failing: ["districts.csv": "id,name\n⟦ORG001⟧north,North\n"]),
    RuleCase(
      "ORG002", passing: [:],
      failing: [
        "roster.toml": BaseRoster.settings().replacing("start = \"16:00\"", with: "⟦ORG002⟧start = \"15:00\"")
      ]),
    RuleCase(
      "ORG003", passing: ["demand.csv": BaseRoster.demand + "city,beat,,daily,A,,,0,,\n"],
      failing: [
        "demand.csv": BaseRoster.demand + "n1,,,daily,A,,,1,,\n",
        "beats.csv": """
        id,place,name,kind,forces,needs,task
        post,n1,Market,post,,,
        ⟦ORG003⟧hall,n2,Hall,post,,,

        """,
      ]),
    RuleCase(
      "ORG004", passing: ["assignments.csv": BaseRoster.postings("1A 13A")],
      failing: ["assignments.csv": BaseRoster.postings("13A ⟦ORG004:day⟧14A")]),
    RuleCase(
      "ORG005",
      failing: [
        "units.csv": """
        id,callsign,force,home,reach,regime
        u1,Сокол,police,n1,district,three
        u2,⟦ORG005⟧Сокол,police,n2,district,three

        """
      ]),
    RuleCase(
      "ORG006",
      failing: [
        "beats.csv": "id,place,name,kind,forces,needs,task\npost,n1,Market,post,police,boat,\n",
        "units.csv": """
        id,callsign,force,home,reach,regime,mode
        u1,Сокол,police,n1,district,three,boat
        ⟦ORG006⟧u2,Лочин,police,n1,district,three,foot
        ⟦ORG006⟧g1,Барс,guard,n1,district,three,boat
        ⟦ORG006⟧u3,Бургут,police,n2,department,three,boat

        """,
      ]),
    RuleCase(
      "ORG007", passing: ["roster.toml": BaseRoster.settings(regime: "max_weekends = 4")],
      failing: ["roster.toml": BaseRoster.settings(regime: "⟦ORG007⟧max_weekends = 3")]),
    RuleCase(
      "ORG008",
      passing: ["beats.csv": "id,place,name,kind,forces,needs,task\npost,n1,Market,post,volunteer guard,,\n"],
      failing: ["beats.csv": "id,place,name,kind,forces,needs,task\npost,n1,Market,post,⟦ORG008⟧volunteer,,\n"]),
    RuleCase(
      "ORG009", passing: ["demand.csv": BaseRoster.demand + "n1,beat,post,2026-12-13..2026-12-31,A,,,1,,\n"],
      failing: [
        "demand.csv": BaseRoster.demand
          + "post,,,⟦ORG009⟧2025-12-07,A,,,1,,\nn2,beat,⟦ORG009⟧checkpoint,daily,A,,,1,,\nn1,beat,,daily,A,,,1,,\n"
      ]),
    RuleCase(
      "ORG010", passing: ["roster.toml": duty("covers = [\"B\"]\nstart = \"18:00\"\nhours = 4")],
      failing: ["roster.toml": duty("⟦ORG010⟧covers = [\"A\"]\nstart = \"20:00\"\nhours = 8")]),
    RuleCase(
      "ORG011", passing: ["roster.toml": duty("covers = [\"A\", \"C\"]")],
      failing: ["roster.toml": duty("⟦ORG011⟧covers = [\"A\", \"C\"]\nstart = \"08:00\"\nhours = 24")]),
    RuleCase(
      "ORG012",
      passing: [
        "assignments.csv": BaseRoster.postings("7A"),
        "manoeuvres.csv": BaseRoster.manoeuvres + "2026-12-07,A,u1,08:20,late,,,\n2026-12-07,A,u1,17:10,relieved,,,\n",
      ],
      failing: [
        "assignments.csv": BaseRoster.postings("7A"),
        "manoeuvres.csv": BaseRoster.manoeuvres
          + "2026-12-07,A,u1,⟦ORG012⟧17:10,moved,route,,\n2026-12-07,B,⟦ORG012⟧u1,18:00,late,,,\n",
      ]),
  ]
}

extension RuleCase {
  /// `roster.toml` with a duty E of these lines.
  private static func duty(_ lines: String) -> String {
    BaseRoster.settings().replacing("[regime.three]", with: "[[shift]]\nid = \"E\"\n\(lines)\n\n[regime.three]")
  }
}

extension String {
  /// The text with a part of it replaced.
  func replacing(_ old: String, with new: String) -> String {
    components(separatedBy: old).joined(separator: new)
  }

  private func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
