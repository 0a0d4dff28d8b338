import Foundation
import Testing

/// The completions as bash computes them; `make test-interop` has bash, zsh and fish use them at a terminal.
@Suite("Completions of a shell")
struct CompletionTests {
  /// What bash offers for the last word.
  private func offers(_ words: [String]) throws -> [String] {
    let home = try ScriptHome()
    let quoted = words.map { "'\($0.replacingOccurrences(of: "'", with: "'\\''"))'" }.joined(separator: " ")
    return try home.run(
      """
      source <(patrol --generate-completion-script bash)
      COMP_WORDS=(\(quoted))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="${COMP_WORDS[*]}" COMP_TYPE=9 COMP_KEY=9
      COMP_POINT=${#COMP_LINE}
      _patrol patrol "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """, shell: "/bin/bash"
    ).lines
  }

  @Test("verbs are offered, and hidden ones are not")
  func verbs() throws {
    let offered = try offers(["patrol", ""])
    #expect(Set(["validate", "gaps", "plan", "diff", "explain"]).isSubset(of: offered))
    #expect(Set(offered).isDisjoint(with: ["manual-page", "rules-page", "keys"]))
    #expect(try offers(["patrol", "va"]) == ["validate"])
  }

  @Test("options, formats, folders and rules are offered")
  func words() throws {
    #expect(try offers(["patrol", "validate", "--max"]) == ["--max-findings"])
    #expect(try offers(["patrol", "gaps", "--format", ""]) == ["text", "json"])
    #expect(try offers(["patrol", "gaps", "ros"]) == ["rosters"])
    #expect(try offers(["patrol", "explain", "COV00"]).first == "COV001")
    #expect(try offers(["patrol", "validate", "--select", "rest-t"]) == ["rest-too-short"])
    #expect(try offers(["patrol", "new", "--time-zone", "Asia/Tash"]) == ["Asia/Tashkent"])
  }

  @Test("ids and days are those of the roster on the line, however it is quoted")
  func roster() throws {
    #expect(try offers(["patrol", "gaps", "rosters/city", "--district", ""]) == ["north", "south"])
    #expect(try offers(["patrol", "gaps", "'rosters'/\\city", "--district", "n"]) == ["north"])
    #expect(try offers(["patrol", "export", "rosters/week", "--department", ""]) == ["yunusobod-1"])
    #expect(try offers(["patrol", "export", "rosters/week", "--shift", ""]) == ["A", "B", "C", "D", "E"])
    #expect(
      try offers(["patrol", "plan", "rosters/city", "--from", ""]) == ["today", "tomorrow", "2026-12-07", "2026-12-08"])
  }

  @Test("where no roster is named, or the one named cannot be read, nothing is offered and nothing is said")
  func noRoster() throws {
    #expect(try offers(["patrol", "gaps", "--district", ""]) == [])
    #expect(try offers(["patrol", "gaps", "rosters/gone", "--district", ""]) == [])
    #expect(try offers(["patrol", "gaps", "'", "--district", ""]) == [])
  }
}
