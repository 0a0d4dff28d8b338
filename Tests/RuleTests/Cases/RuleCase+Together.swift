extension RuleCase {
  /// Who stands together, and where.
  static let together = [
    RuleCase(
      "MIX001", passing: ["assignments.csv": BaseRoster.postings("7A")],
      failing: [
        "beats.csv": "id,place,name,kind,forces,needs,task\npost,n1,Market,post,guard volunteer,,\n",
        "assignments.csv": BaseRoster.postings("⟦MIX001:beat⟧7A"),
      ]),
    RuleCase(
      "MIX002", passing: ["assignments.csv": BaseRoster.postings("7A")],
      failing: [
        "beats.csv": "id,place,name,kind,forces,needs,task\npost,n1,Market,post,,foot dog,\n",
        "assignments.csv": BaseRoster.postings("⟦MIX002:beat⟧7A"),
      ]),
    RuleCase(
      "MIX003",
      passing: ["assignments.csv": BaseRoster.postings("7A") + "2026-12-07,A,post,v1,,\n"],
      failing: ["assignments.csv": BaseRoster.postings("7B") + "2026-12-07,A,post,⟦MIX003⟧v1,,\n"]),
    RuleCase(
      "MIX004",
      passing: [
        "roster.toml": BaseRoster.settings(),
        "assignments.csv": BaseRoster.postings("7A") + "2026-12-07,A,post,v1,,\n",
      ],
      failing: [
        "roster.toml": BaseRoster.settings().replacing("at_most = 2", with: "at_most = 0"),
        "assignments.csv": BaseRoster.postings("7A") + "2026-12-07,A,post,⟦MIX004⟧v1,,\n",
      ]),
    RuleCase(
      "RCH001", passing: ["assignments.csv": BaseRoster.postings("7A", unit: "u1", beat: "hall")],
      failing: ["assignments.csv": BaseRoster.postings("⟦RCH001:beat⟧7A", unit: "u2", beat: "hall")]),
  ]
}
