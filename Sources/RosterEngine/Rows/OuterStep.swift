/// Where a worked day leads on the outer axes, -1 where it breaks a hard limit, and what it costs.
struct OuterStep: Sendable {
  let next: Int32
  let cost: Int32
}
