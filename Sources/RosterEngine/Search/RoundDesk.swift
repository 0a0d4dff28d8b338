import Synchronization

/// What the threads of one round share: workers to take, blocks to do, outcomes to leave.
final class RoundDesk: Sendable {
  private let workers: Mutex<[BlockSearch?]>
  private let results: Mutex<[BlockSearch.Outcome]>
  private let next = Atomic<Int>(0)
  private let blockCount: Int
  let workerCount: Int

  init(workers: [BlockSearch], blockCount: Int) {
    workerCount = workers.count
    self.workers = Mutex(workers)
    results = Mutex(Array(repeating: BlockSearch.Outcome(), count: blockCount))
    self.blockCount = blockCount
  }

  /// Takes a worker out, so that its arrays are owned by the one who took it and are changed in place.
  func take(_ index: Int) -> BlockSearch? {
    workers.withLock { workers in
      let worker = workers[index]
      workers[index] = nil
      return worker
    }
  }

  func giveBack(_ worker: BlockSearch, _ index: Int) {
    workers.withLock { $0[index] = worker }
  }

  func takeAll() -> [BlockSearch] {
    workers.withLock { workers in
      let all = workers.compactMap { $0 }
      workers = []
      return all
    }
  }

  func nextBlock() -> Int? {
    let block = next.add(1, ordering: .relaxed).oldValue
    return block < blockCount ? block : nil
  }

  func put(_ outcome: BlockSearch.Outcome, at block: Int) {
    results.withLock { $0[block] = outcome }
  }

  var outcomes: [BlockSearch.Outcome] { results.withLock { $0 } }
}
