/// A limit on what a row may cost, by which nodes are left out that no row within it goes through.
struct RowCut: Sendable {
  let guide: RowGuide
  let limit: Int
}
