/// A personnel-rostering problem as plain arrays.
///
/// Days are `0..<dayCount`; the days before them, down to `-historyDayCount`, are history. Every staff member has at
/// most one assignment a day. What is right is said by contracts (one staff member's row), by cover lines and ratios
/// (all staff on one day), and by costs of single assignments.
///
///     var problem = Problem(dayCount: 7, historyDayCount: 0, slotCount: 1, postCount: 1)
///     problem.shifts = [Shift(slots: [0])]
///     problem.times = (0..<7).map { ShiftTime(start: $0 * 1440 + 480, end: $0 * 1440 + 960) }
///     problem.lineCount = 1
///     problem.needs = Array(repeating: Need(minimum: 1), count: 7)
///     problem.needWeights = [NeedWeights(missing: 1000, short: 100, surplus: 10)]
///     problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [0])])]
///     problem.contracts = [Contract()]
///     problem.staff = [Staff(staffClass: 0, contract: 0)]
public struct Problem: Sendable {
  /// Days of the period, at least 1.
  public var dayCount: Int
  /// Days of history known before day 0.
  public var historyDayCount: Int
  /// Parts of a day that cover is counted in.
  public var slotCount: Int
  /// Posts, numbered from 0.
  public var postCount: Int
  /// Cover lines, numbered from 0.
  public var lineCount = 0

  /// The shifts, at most 63.
  public var shifts: [Shift] = []
  /// When each shift of each day is, history first: see ``timeIndex(day:shift:)``.
  public var times: [ShiftTime] = []
  /// Spans for weekly rules; they may overlap nothing else and need not fill the period.
  public var weeks: [Week] = []
  /// The weekends of the period, in rising order.
  public var weekends: [Weekend] = []

  /// Work rules.
  public var contracts: [Contract] = []
  /// What staff can do.
  public var classes: [StaffClass] = []
  /// The staff.
  public var staff: [Staff] = []
  /// Assignments before day 0, at most one a staff member and day.
  public var history: [DatedAssignment] = []
  /// Cells of the period that are not to be changed, each at most once.
  public var fixed: [FixedCell] = []
  /// Shifts that staff cannot be given; entries for the same day add up.
  public var unavailable: [Unavailability] = []

  /// What each line wants: see ``needIndex(line:day:slot:)``.
  public var needs: [Need] = []
  /// Weights that needs refer to.
  public var needWeights: [NeedWeights] = []
  /// Cover by others.
  public var outsideCover: [OutsideCover] = []
  /// Relations between the counts of two lines.
  public var ratios: [Ratio] = []

  /// Wishes; several about the same day add up.
  public var requests: [Request] = []
  /// Cost of an assignment at another post than on the last day worked, history included.
  public var continuityWeight = 0
  /// Fairness groups.
  public var balances: [Balance] = []
  /// A roster to stay near, `staff.count * dayCount` cells by staff then day, or empty.
  public var reference: [Assignment?] = []
  /// Cost of each cell that differs from ``reference``.
  public var changeWeight = 0

  /// Creates a problem with nothing in it but its dimensions.
  public init(dayCount: Int, historyDayCount: Int, slotCount: Int, postCount: Int) {
    self.dayCount = dayCount
    self.historyDayCount = historyDayCount
    self.slotCount = slotCount
    self.postCount = postCount
  }

  /// Where in ``times`` a shift of a day is; `day` is in `-historyDayCount..<dayCount`.
  public func timeIndex(day: Int, shift: Int) -> Int {
    (day + historyDayCount) * shifts.count + shift
  }

  /// Where in ``needs`` a slot of a line is.
  public func needIndex(line: Int, day: Int, slot: Int) -> Int {
    (line * dayCount + day) * slotCount + slot
  }
}

/// A span of days for weekly rules: rest and minutes.
public struct Week: Hashable, Sendable {
  /// Its days; may begin in history and end after the period, where all time is free.
  public var days: Range<Int>
  /// The instant it begins, in the minutes of ``ShiftTime``.
  public var start: Int
  /// The instant it ends.
  public var end: Int

  /// Creates a week from its days and its instants.
  public init(days: Range<Int>, start: Int, end: Int) {
    self.days = days
    self.start = start
    self.end = end
  }
}

/// The days of one weekend.
public struct Weekend: Hashable, Sendable {
  /// Its days in rising order, at least one of them in the period; those before it are history, those after are
  /// ignored.
  public var days: [Int]

  /// Creates a weekend.
  public init(days: [Int]) {
    self.days = days
  }
}
