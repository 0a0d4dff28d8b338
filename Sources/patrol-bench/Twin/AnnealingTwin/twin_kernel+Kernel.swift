import CAnnealingTwin
import RosterEngine

extension twin_kernel {
  /// The buffers of a kernel; structures have the same fields in the same order on both sides.
  init(_ kernel: AnnealingKernel) {
    self.init()
    staff_count = Int64(kernel.staffCount)
    day_count = Int64(kernel.dayCount)
    duty_count = Int64(kernel.dutyCount)
    code_count = Int64(kernel.codeCount)
    kind_count = Int64(kernel.kindCount)
    cell_row = kernel.cellRow
    cell_cost = kernel.cellCost
    choices = kernel.choices
    choice_count = kernel.choiceCount
    duty_code = kernel.dutyCode
    change_start = kernel.changeStart
    change_points = kernel.changePoints
    work = kernel.work
    work_of = kernel.workOf
    letters = kernel.letters
    parts = kernel.parts
    needs = UnsafeMutableRawPointer(kernel.needs).assumingMemoryBound(to: twin_need.self)
    members = UnsafeMutableRawPointer(kernel.members).assumingMemoryBound(to: twin_member.self)
    step_soft = kernel.stepSoft
    step_breach = kernel.stepBreach
    lengths = kernel.lengths
    steps = kernel.steps
    limits = kernel.limits
    count_limits = kernel.countLimits
    soft_limits = kernel.softLimits
    soft_count_limits = kernel.softCountLimits
    hard_counts = kernel.hardCounts
    duties = kernel.duties
    states = kernel.states
    loads = kernel.loads
    shift_counts = kernel.shiftCounts
    cover = kernel.cover
    marginals = kernel.marginals
    tallies = kernel.tallies
    row_costs = UnsafeMutableRawPointer(kernel.rowCosts).assumingMemoryBound(to: Int64.self)
    best = kernel.best
    scratch = kernel.scratch
    swap_share = Int64(kernel.swapShare)
    single_share = Int64(kernel.singleShare)
    span_share = Int64(kernel.spanShare)
  }
}
