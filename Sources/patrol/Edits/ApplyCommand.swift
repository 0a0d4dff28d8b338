import ArgumentParser
import Files
import Glibc
import RosterModel
import Screen

/// `patrol apply`: makes many edits as one act.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Make edits from a file or standard input as one act: all of them, or none.",
    discussion: """
      Each line is an edit as a JSON object; blank lines are passed over. The edits are made one after the other and \
      judged as a whole, so a step may break what a later one mends. What is wrong with any line is told, each with its \
      number, and nothing is written then: exit code 2. Exit code 1 where the edits break a rule, or one finds nothing to \
      change.

        {"edit": "assign", "unit": "u7", "beat": "b2", "day": "2026-12-08", "shift": "B", "move": true}
        {"edit": "unassign", "unit": "u9", "from": "2026-12-08", "to": "2026-12-10"}
        {"edit": "swap", "unit": "u1", "with": "u2", "day": "tomorrow"}
        {"edit": "absent", "unit": "u3", "day": "today", "reason": "sick", "unassign": true}

      For example:
        patrol apply north changes.jsonl
        generate-changes | patrol apply north --dry-run
      """)

  @OptionGroup var folder: RosterArgument
  @Argument(
    help: ArgumentHelp("The file of edits; without it, or as -, standard input.", valueName: "file"),
    completion: .file())
  var file: String?
  @OptionGroup var clock: NowOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func run() throws {
    let streams = options.quiet.streams
    let source = try WishFile(file)
    // What is not understood of a line is not understood of any roster.
    let lines = source.lines
    let change = try options.change(of: folder.roster, reason: why.reason, at: clock) { _ in ["apply", source.print] }
    let outcome = try change.make(streams) { draft in try step(lines, of: source, in: &draft) }
    try ChangeAnswer(verb: "apply", change: change, outcome: outcome).give(streams, as: options.format)
  }

  /// The edits of all lines as one step.
  ///
  /// - Throws: `ChangeRefusal` with what is wrong with each line.
  private func step(
    _ lines: [WishFile.Line], of source: WishFile, in draft: inout RosterChange.Draft
  ) throws -> EditStep {
    var built = draft
    var steps: [EditStep] = []
    var unreadable: [String] = []
    var missing: [String] = []
    for line in lines {
      let place = "\(source.name):\(line.number): "
      do {
        let wish = try line.wish.get()
        let step = try wish.wish.step(on: try wish.days(in: built.roster.settings, now: clock.now), in: &built)
        try built.follow(step)
        steps.append(step)
      } catch let fault as WishLine.Fault {
        unreadable.append(place + fault.message)
      } catch let failure as CommandFailure where failure.status == .usage {
        unreadable.append(place + failure.message.withoutFullStop)
      } catch let refusal as ChangeRefusal {
        missing.append(place + refusal.message)
      }
    }
    if !unreadable.isEmpty { throw ChangeRefusal.unreadable(unreadable + missing) }
    if !missing.isEmpty { throw ChangeRefusal.nothingThere(missing.joined(separator: "\n")) }
    if steps.isEmpty {
      throw ChangeRefusal.unreadable(["\(source.name): it holds no edit. Write one JSON object a line"])
    }
    draft.roster.notes = built.roster.notes
    let name = steps.count == 1 ? steps[0].name : "apply \(steps.count) edits: \(steps[0].name), ..."
    return EditStep(name: name, edits: steps.flatMap(\.edits))
  }
}

extension RosterChange.Draft {
  /// Makes a step, so that what is built next is built on it.
  mutating func follow(_ step: EditStep) throws {
    try roster.apply(step)
    grid.apply(step)
  }
}

/// The lines that `patrol apply` is given.
struct WishFile {
  /// A line that is not blank.
  struct Line {
    /// Counted from 1.
    let number: Int
    /// What it wants, or what is wrong with it.
    let wish: Result<WishLine, WishLine.Fault>
  }

  /// The most that is read, in bytes.
  private static let largest = 64 << 20

  /// What it is called in messages.
  let name: String
  /// Its lines, blank ones left out.
  let lines: [Line]
  /// What it holds, as a SHA-256: the same lines are the same act, and other ones another.
  let print: String

  /// Reads a file, or standard input where it is `nil` or `-`.
  ///
  /// - Throws: `FileFailure` where the system refuses, `CommandFailure` where it is too large or no text.
  init(_ path: String?) throws {
    let bytes: [UInt8]
    if let path, path != "-" {
      name = path
      bytes = try InputFile.bytes(of: path, atMost: Self.largest)
    } else {
      name = "standard input"
      bytes = try InputFile.standardInput(atMost: Self.largest)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.incomplete, "\(name.shown): it is not UTF-8. Save it as UTF-8; nothing was written.")
    }
    print = ImportPrint.text(of: bytes)
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines = rows.enumerated().compactMap { index, row in
      let row = row.hasSuffix("\r") ? row.dropLast() : row
      guard row.contains(where: { !$0.isWhitespace }) else { return nil }
      return Line(number: index + 1, wish: Result { () throws(WishLine.Fault) in try WishLine(String(row)) })
    }
  }
}
