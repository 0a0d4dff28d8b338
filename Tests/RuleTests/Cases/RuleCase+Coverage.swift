extension RuleCase {
  /// What demand asks for.
  static let coverage = [
    RuleCase(
      "COV001",
      passing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,1,,\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ],
      failing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,1,,\npost,,,2026-12-08,A,,,⟦COV001⟧1,,\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ]),
    RuleCase(
      "COV002",
      passing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,1,1,\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ],
      failing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,1,⟦COV002⟧2,\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ]),
    RuleCase(
      "COV003",
      passing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,0,,1\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ],
      failing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,0,,⟦COV003⟧1\n",
        "assignments.csv": BaseRoster.postings("7A") + "2026-12-07,A,post,u2,,\n",
      ]),
    RuleCase(
      "COV004", passing: ["assignments.csv": BaseRoster.postings("7B 9C")],
      failing: [
        "districts.csv": "id,name\n⟦COV004⟧north,North\n", "assignments.csv": BaseRoster.postings("7A 9C"),
      ]),
    RuleCase(
      "COV005",
      passing: [
        "demand.csv": BaseRoster.demand + "post,,,daily,A,police,,0,,\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ],
      failing: [
        "demand.csv": BaseRoster.demand + "post,,,daily,A,guard,,0,,\n",
        "assignments.csv": BaseRoster.postings("⟦COV005:beat⟧7A"),
      ]),
    RuleCase(
      "COV006",
      passing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,1,,\n",
        "assignments.csv": BaseRoster.postings("7A"),
        "manoeuvres.csv": BaseRoster.manoeuvres + "2026-12-07,A,u1,16:30,relieved,,,\n",
      ],
      failing: [
        "demand.csv": BaseRoster.demand + "post,,,2026-12-07,A,,,⟦COV006⟧1,,\nroute,,,2026-12-07,A,,,⟦COV006⟧1,,\n",
        "assignments.csv": BaseRoster.postings("7A"),
        "manoeuvres.csv": BaseRoster.manoeuvres + "2026-12-07,A,u1,12:30,moved,route,,\n",
      ]),
    RuleCase(
      "CAP001",
      passing: ["demand.csv": BaseRoster.demand + "n1,,,daily,A,police,,2,,\n"],
      failing: [
        "demand.csv": BaseRoster.demand + "n2,,,daily,A,,,1,,\nn1,,,daily,A,police,,⟦CAP001⟧3,,\n",
        "assignments.csv": BaseRoster.postings("7A"),
      ]),
  ]
}
