extension RuleCase {
  /// Double booking and absence.
  static let bookings = [
    RuleCase(
      "DUP001", passing: ["assignments.csv": BaseRoster.postings("7A 8A")],
      failing: [
        "assignments.csv": BaseRoster.postings("7A") + "2026-12-07,A,route,⟦DUP001⟧u1,,\n"
      ]),
    RuleCase(
      "DUP002", passing: ["assignments.csv": BaseRoster.postings("7A 8B")],
      failing: ["assignments.csv": BaseRoster.postings("7A ⟦DUP002:unit⟧7C")]),
    RuleCase(
      "ABS001",
      passing: [
        "absences.csv": BaseRoster.absences + "u1,2026-12-08,,leave\n", "assignments.csv": BaseRoster.postings("7A 9A"),
      ],
      failing: [
        "absences.csv": BaseRoster.absences + "u1,2026-12-08,,leave\n",
        "assignments.csv": BaseRoster.postings("7A ⟦ABS001:day⟧8A"),
      ]),
  ]

  /// Fairness, publication and waivers.
  static let laterFamilies = [
    RuleCase(
      "EQL001", passing: ["units.csv": pair, "assignments.csv": BaseRoster.postings("7C")],
      failing: [
        "units.csv": pair.replacing("\nu1", with: "\n⟦EQL001⟧u1"),
        "assignments.csv": BaseRoster.postings("7C 8C 9C 10C"),
      ]),
    RuleCase(
      "EQL002", passing: ["units.csv": pair, "assignments.csv": BaseRoster.postings("13A")],
      failing: [
        "units.csv": pair.replacing("\nu1", with: "\n⟦EQL002⟧u1"),
        "assignments.csv": history("2026-11-14 2026-11-21 2026-11-28 2026-12-05 2026-12-12 2026-12-13"),
      ]),
    RuleCase(
      "PUB001",
      passing: [
        "publications.csv": "district,day,at,by\nnorth,2026-12-07,,chief\n",
        "published.csv": "day,shift,beat,unit\n2026-12-07,A,post,u1\n",
        "assignments.csv": BaseRoster.postings("7A 8A"),
      ],
      failing: [
        "publications.csv": "district,day,at,by\nnorth,2026-12-07,,chief\n",
        "published.csv":
          "day,shift,beat,unit\n2026-12-07,A,post,u1\n2026-12-07,B,⟦PUB001⟧post,u2\n",
        "assignments.csv": BaseRoster.assignments + "2026-12-07,A,⟦PUB001⟧route,u1,,\n",
      ]),
    RuleCase(
      "WAI001", passing: waived(last: "2026-12-13"),
      failing: waived(last: "⟦WAI001⟧2026-12-06")),
    RuleCase(
      "WAI002", passing: waived(last: "2026-12-13"),
      failing: waived("⟦WAI002⟧", last: "2026-12-07")),
  ]

  /// Two units of one force, regime and district.
  private static let pair = """
    id,callsign,force,home,reach,regime
    u1,Сокол,police,n1,district,three
    u2,Лочин,police,n1,district,three

    """

  private static func history(_ dates: String) -> String {
    BaseRoster.assignments + dates.split(separator: " ").map { "\($0),A,post,u1,,\n" }.joined()
  }

  /// A double booking of 8 December, waived until a day.
  private static func waived(_ mark: String = "", last: String) -> [String: String] {
    [
      "assignments.csv": BaseRoster.postings("8A 8C"),
      "waivers.csv": BaseRoster.waivers + "DUP002,\(mark)unit:u1/2026-12-08/C,2026-12-01,\(last),Snow,Chief\n",
    ]
  }
}
