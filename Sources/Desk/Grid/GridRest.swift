/// A place of the cursor in a state of the roster.
struct GridRest: Hashable, Sendable {
  let line: Int
  let column: Int
  let revision: Int
}
