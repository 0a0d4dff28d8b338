import Synchronization

extension Threads {
  /// What is left to do and what is done.
  private final class Desk<Result: Sendable>: Sendable {
    private let count: Int
    private let state = Mutex((next: 0, done: [(number: Int, result: Result)]()))

    init(_ count: Int) { self.count = count }

    /// The number of the next job; `nil` where all are taken.
    func take() -> Int? {
      state.withLock { state in
        guard state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }
    }

    func put(_ result: Result, of number: Int) { state.withLock { $0.done.append((number, result)) } }

    /// The results in the order of their jobs.
    var results: [Result] { state.withLock { $0.done.sorted { $0.number < $1.number }.map(\.result) } }
  }

  /// The results of the jobs `0..<count`, in their order, whichever thread did them.
  ///
  /// Jobs are taken in their order by the thread that is free first, so a long one belongs before many short ones.
  ///
  /// - Parameter threads: the most threads, the calling one included.
  public static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ job: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let desk = Desk<Result>(count)
    run(max(1, min(threads, count))) { _ in
      while let number = desk.take() { desk.put(job(number), of: number) }
    }
    return desk.results
  }
}
