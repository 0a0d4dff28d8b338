import Desk
import Planner
import RosterModel
import Screen
import Testing

@Suite("whatever is typed")
struct MashTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(sides))
    }
  }

  private static let keys: [Key] =
    "jkhlxX=ma]g[gu/nNpP1234:?qwGgtd0$b{}yicdasрглщйтУ車e\u{301}5.+- "
    .map { Key($0) }
    + [
      Key(.enter), Key(.enter), Key(.escape), Key(.up), Key(.down), Key(.left), Key(.right), Key(.pageUp),
      Key(.pageDown), Key(.home), Key(.end), Key(.delete), Key(.backspace), Key(.tab), Key(.function(1)),
      Key(.left, .control), Key(.right, .control), Key(.up, .control), Key(.down, .control), Key("r", .control),
      Key("s", .control), Key("c", .control), Key("w", .control),
    ]

  private static func sorted(_ roster: Roster) -> [Assignment] {
    roster.assignments.sorted {
      ($0.day, $0.shift, $0.beat, $0.unit, $0.line) < ($1.day, $1.shift, $1.beat, $1.unit, $1.line)
    }
  }

  @Test(
    "thousands of random keys in windows of random sizes never crash, and undoing all of it gives the roster back",
    arguments: [1, 2, 3])
  func mash(seed: UInt64) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    var robot = Robot()
    for _ in 0..<1500 {
      switch dice.roll(40) {
      case 0: robot.resize(dice.roll(140), dice.roll(50))
      case 1: robot.rest()
      case 2: answerPlan(&robot, &dice)
      case 3: robot.send(.storage(dice.roll(2) == 0 ? .writable : .failing("the disk is full")))
      case 5: robot.writeOne()
      case 6: refuse(&robot, &dice)
      case 7: otherDesk(&robot, &dice)
      case 4: robot.send(.input(.paste("Sokol\n\u{1B}[2J車")))
      default: robot.send(.input(.key(Self.keys[dice.roll(Self.keys.count)])))
      }
      if dice.roll(4) == 0 {
        let frame = view(robot.model, robot.size)
        #expect(frame.size == robot.size)
        #expect(!frame.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      }
    }
    answerPlan(&robot, &dice)
    robot.resize(80, 24)
    robot.send(.storage(.writable))
    for _ in 0..<20 { robot.press("Esc") }
    robot.write()
    for _ in 0..<50 { robot.press("Esc") }
    #expect(robot.model.pendingCount == 0)
    #expect(robot.agreesWithJournal)
  }

  @Test(
    "undoing all that random keys did gives the roster back, recorded as it may be meanwhile",
    arguments: [4, 5])
  func undoAll(seed: UInt64) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    var robot = Robot()
    for _ in 0..<1000 {
      if dice.roll(20) == 0 { robot.writeOne() }
      if dice.roll(40) == 0 { answerPlan(&robot, &dice) }
      robot.send(.input(.key(Self.keys[dice.roll(Self.keys.count)])))
    }
    answerPlan(&robot, &dice)
    for _ in 0..<20 { robot.press("Esc") }
    for _ in 0..<2000 { robot.press("u") }
    robot.write()
    #expect(Self.sorted(robot.model.roster) == Self.sorted(DeskFixture.roster()))
    #expect(robot.model.roster.absences == [])
    #expect(robot.agreesWithJournal)
  }

  private func refuse(_ robot: inout Robot, _ dice: inout Dice) {
    let finding = Finding(
      rule: FormatRules.badCSV, subject: .unit("u03", day: DeskFixture.day(6)), message: "rest 8 h < 12 h")
    let reasons: [EditRefusal] = [
      .notThere(DeskFixture.posting("u01", "y1-b1")), .breaksRules([finding]), .notWritten("the disk is full"),
      .wantsReason(district: "yu", day: DeskFixture.day(5)),
    ]
    robot.journal.refusal = reasons[dice.roll(reasons.count)]
    robot.writeOne()
    robot.journal.refusal = nil
  }

  /// Another desk posts a unit, or takes away what stands there; this one hears of it before or after its own is refused.
  private func otherDesk(_ robot: inout Robot, _ dice: inout Dice) {
    let unit = "u0\(1 + dice.roll(9))"
    let day = 5 + dice.roll(7)
    let standing = robot.journal.roster.assignments.filter { robot.journal.roster.id($0.unit) == unit }
    let roster = robot.journal.roster
    if let posting = standing.first, dice.roll(2) == 0 {
      let name = PostingName(posting, in: roster)
      robot.another("Clear", .posting(PostingChange(name, old: PostingRemark(posting, in: roster), new: nil)))
    } else if !standing.contains(where: { $0.day == DeskFixture.day(day) }) {
      robot.another("Assign", DeskFixture.posting(unit, "y1-b1", "C", day: day))
    }
  }

  private func answerPlan(_ robot: inout Robot, _ dice: inout Dice) {
    guard let order = robot.planOrder else { return }
    robot.send(.planProgress(ticket: order.ticket, PlanProgress(elapsed: 1, gaps: 3, cost: 10)))
    let posting = Assignment(
      day: DeskFixture.day(5 + dice.roll(7)), shift: DeskFixture.c, beat: BeatReference(dice.roll(6)),
      unit: UnitReference(dice.roll(9)))
    robot.send(.planFinished(ticket: order.ticket, PlanResult(edits: [.add(posting)], cost: 5)))
  }

  @Test(
    "every size from 1×1 on draws", arguments: [(1, 1), (0, 0), (2, 1), (5, 2), (19, 4), (20, 5), (300, 3), (3, 90)])
  func sizes(_ width: Int, _ height: Int) {
    for keys in ["2", "Enter", "1", "3", "4", "?", "Esc : w", "Esc /", "Esc p", "5", "Esc x q q"] {
      var robot = Robot()
      robot.press(keys)
      robot.resize(width, height)
      let frame = view(robot.model, robot.size)
      #expect(frame.size == Size(width: width, height: height))
    }
  }
}
