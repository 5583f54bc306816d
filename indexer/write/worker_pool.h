// SPDX-License-Identifier: GPL-3.0-or-later
// A pool of threads that do work in the order in which it is submitted. Work can only be submitted
// through a TaskGroup, which never outlives the data that its work uses.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace newsindex {

class TaskGroup;

class WorkerPool {
 public:
  // A piece of work. `worker` is the number of the thread that runs it, from 0.
  using Work = std::function<void(std::size_t worker)>;

  // At most `most_waiting` pieces wait; after that, submitting blocks. Uses fewer threads if no
  // more can be created; throws Error(no_memory) if none can.
  WorkerPool(std::size_t threads, std::size_t most_waiting);

  // Aborts the program if one of its groups still exists.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  std::size_t size() const { return threads_.size(); }

  // Sets `tick`, which a thread that waits for the pool calls every tenth of a second; an exception
  // from it ends the wait. So a run can be stopped while its threads are busy. REQUIRES: nobody
  // waits.
  void call_while_waiting(std::function<void()> tick) { tick_ = std::move(tick); }

  // Calls the tick now, for a submitting thread that is busy itself.
  void tick() const {
    if (tick_) tick_();
  }

 private:
  friend class TaskGroup;
  struct Piece {
    TaskGroup* group;
    Work work;
  };

  void run(std::size_t worker);
  void carry_out(Piece piece, std::size_t worker, std::unique_lock<std::mutex>& lock);
  // Removes the pieces of a group that have not begun from the queue and returns them; allocates no
  // memory.
  std::list<Piece> take_waiting(const TaskGroup& group);
  template <class Condition>
  void wait_until(std::unique_lock<std::mutex>& lock, Condition condition);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<Piece> waiting_;
  const std::size_t most_waiting_;
  std::size_t groups_ = 0;
  bool stopping_ = false;
  std::function<void()> tick_;
  std::vector<std::thread> threads_;
};

// Work on some data, submitted to a pool by the owner of the data. As a local variable, declare the
// group after the data. A class that has a group as a member cancels it first in its destructor,
// before any other member is destroyed.
class TaskGroup {
 public:
  // REQUIRES: the pool outlives the group.
  explicit TaskGroup(WorkerPool& pool);

  // Calls cancel().
  ~TaskGroup();
  TaskGroup(const TaskGroup&) = delete;
  TaskGroup& operator=(const TaskGroup&) = delete;

  // Blocks while too much work waits. After a failure, work is dropped until wait() has thrown the
  // error.
  void submit(WorkerPool::Work work);

  // Waits until all work of the group is done. Throws the first exception of a piece; the pieces
  // after it were dropped. If the pool's tick throws, work may still be running.
  void wait();

  // Drops work that has not begun and waits for the rest, without ticks. No work of the group runs
  // afterwards.
  void cancel() noexcept;

  // True if the results of the group's work are no longer needed. Long pieces of work check it.
  bool is_stopping() const { return stopping_; }

 private:
  friend class WorkerPool;
  void fail(std::exception_ptr error);

  WorkerPool& pool_;
  // Protected by the pool's mutex:
  std::size_t waiting_ = 0;
  std::size_t running_ = 0;
  bool cancelled_ = false;
  std::exception_ptr error_;
  std::atomic<bool> stopping_ = false;  // failed or cancelled
};

}  // namespace newsindex
