// Costs that depend on one cell alone: requests, posts and the change against a reference.

extension SearchState {
  /// What one cell costs by itself: request, post, change.
  @inline(__always)
  func cellCost(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) -> Int {
    let cell = member * model.dayCount + day - model.historyDays
    var cost = 0
    let request = model.requestStart[cell]
    if request >= 0 { cost += model.requestCosts[Int(request) + Int(code)] }
    var post: Int32 = -1
    if code != 0 {
      cost += Int(model.options.items[Int(option)].cost)
      post = model.options.items[Int(option)].post
    }
    if !model.referenceCodes.isEmpty && (model.referenceCodes[cell] != code || model.referencePosts[cell] != post) {
      cost += model.changeWeight
    }
    return cost
  }
}
