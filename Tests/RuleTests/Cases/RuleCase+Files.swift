extension RuleCase {
  /// Files and references.
  static let files = [
    RuleCase(
      "FMT001", passing: ["districts.csv": "id,name\nnorth,\"North, upper\"\n"],
      failing: ["districts.csv": "id,name\nnorth,\"North\"⟦FMT001⟧ upper\n⟦FMT001⟧south\n"]),
    RuleCase("FMT002", failing: [:], without: ["units.csv"], elsewhere: ["units.csv"]),
    RuleCase(
      "FMT003", passing: ["absences.csv": "unit,days,reason\n"],
      failing: ["absences.csv": "⟦FMT003⟧unit,reason\nu1,leave\n"]),
    RuleCase(
      "FMT004",
      passing: ["roster.toml": BaseRoster.settings(more: "[rules.night-load-uneven]\ntolerance = 3")],
      failing: [
        "districts.csv": "id,name,⟦FMT004⟧colour\nnorth,North,red\n",
        "roster.toml": BaseRoster.settings(
          regime: "⟦FMT004⟧rest_hour = 12",
          more: """
            [rules.night-load-uneven]
            ⟦FMT004⟧tolerence = 3
            ⟦FMT004⟧[rules.night-load]
            severity = "off"
            """),
      ]),
    RuleCase(
      "FMT005", passing: ["districts.csv": "id,name\nnorth,Шимол\n"],
      failing: ["districts.csv": "id,name\nnorth,Шимол\nsouth,⟦FMT005⟧\u{FFFD}\n"]),
    RuleCase(
      "FMT006",
      passing: ["roster.toml": BaseRoster.settings(more: "[rules.COV004]\nshare = 60\nfrom = \"18:00\"")],
      failing: [
        "departments.csv": "id,district,name\nn1,⟦FMT006⟧no rth,North 1\n",
        "roster.toml": BaseRoster.settings(
          regime: "⟦FMT006⟧rest_hours = -1",
          more: """
            [rules.COV004]
            ⟦FMT006⟧share = 160
            ⟦FMT006⟧from = "six"
            [[rules.COV004.override]]
            ⟦FMT006⟧force = "army"
            [rules.bad-value]
            ⟦FMT006⟧severity = "off"
            """),
      ]),
    RuleCase(
      "FMT007",
      passing: ["demand.csv": BaseRoster.demand + "n1,beat,,daily,A,,,1,,\npost,,,daily,A,,,2,,\n"],
      failing: [
        "districts.csv": "id,name\nnorth,North\n⟦FMT007⟧NORTH,Again\n",
        "demand.csv": BaseRoster.demand
          + "post,,,mon-wed,A,,,1,,\n⟦FMT007⟧post,,,tue-thu,A,,,2,,\n⟦FMT007⟧post,,,mon-wed,A,,,3,,\n",
      ]),
    RuleCase(
      "FMT008", passing: ["districts.csv": "id,name\nnorth,Ўн\n"],
      failing: ["districts.csv": "id,name\nnorth,⟦FMT008⟧No\u{1B}rth\n"]),
    RuleCase(
      "FMT009", passing: ["districts.csv": "id,name\nnorth,\(String(repeating: "x", count: 60_000))\n"],
      failing: ["districts.csv": "id,name\nnorth,⟦FMT009⟧\(String(repeating: "x", count: 70_000))\n"]),
    RuleCase("FMT010", failing: [".patrol": "in the way\n"], elsewhere: [".patrol"]),
    RuleCase(
      "FMT011", passing: ["districts.csv": "id,name,,\nnorth,North,,\n,,,\n"],
      failing: [
        "assignments.csv": BaseRoster.assignments + "⟦FMT011⟧08.12.2026,A,⟦FMT011⟧POST,⟦FMT011⟧ u1 ,⟦FMT011⟧Locked,\n"
      ]),
    RuleCase(
      "REF001", passing: ["assignments.csv": BaseRoster.postings("7A")],
      failing: [
        "assignments.csv": BaseRoster.assignments + "2026-12-07,A,post,u1,,\n2026-12-08,A,post,⟦REF001⟧u9,,\n",
        "beats.csv": """
        id,place,name,kind,forces,needs,task
        post,n1,Market,post,,,
        route,⟦REF001⟧n7,Canal,route,,,

        """,
        "roster.toml": BaseRoster.settings(
          more: "[[rules.COV001.override]]\n⟦REF001⟧district = \"south\"\nseverity = \"off\""),
      ]),
  ]
}
