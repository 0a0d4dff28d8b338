/// What a staff member's row adds up to over the days of the period.
struct Load: Equatable, Sendable {
  var minutes: Int32 = 0
  var days: Int32 = 0
  var nights: Int32 = 0
  var weekendDays: Int32 = 0
  var weekends: Int32 = 0
}
