// SPDX-License-Identifier: GPL-3.0-or-later
// A few threads that take work in the order it is given. Work is given by way of a group, which
// never outlives what its work touches: there is no other way to the threads.
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
  // A piece of work; `worker` is the number of the thread that does it, from 0.
  using Work = std::function<void(std::size_t worker)>;

  // At most `most_waiting` pieces wait; submitting blocks when there are more. Has fewer threads
  // where no more can be had; throws Error(no_memory) when there is none.
  WorkerPool(std::size_t threads, std::size_t most_waiting);

  // Ends the program when one of its groups is still there.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  std::size_t size() const { return threads_.size(); }

  // A thread that waits for the pool calls `tick` every tenth of a second; what it throws ends the
  // waiting. So a run can be stopped while its threads are busy. REQUIRES: nobody waits.
  void while_waiting(std::function<void()> tick) { tick_ = std::move(tick); }

  // Calls it now: for the thread that gives the work while it is busy itself.
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
  // Takes the pieces of a group that have not begun out of those that wait; needs no memory.
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

// Work on some data, given to a pool by the owner of the data. As a local variable it stands after
// the data. A class that has one as a member cancels it in its destructor: before any other member
// dies, wherever it is declared.
class TaskGroup {
 public:
  // REQUIRES: the pool outlives the group.
  explicit TaskGroup(WorkerPool& pool);

  // Cancels.
  ~TaskGroup();
  TaskGroup(const TaskGroup&) = delete;
  TaskGroup& operator=(const TaskGroup&) = delete;

  // Blocks while too much work waits. After a failure work is dropped until wait() has told it.
  void submit(WorkerPool::Work work);

  // Waits until all work of the group is done. Throws the first exception that a piece of it threw;
  // the pieces after it were dropped. When a tick of the pool throws, work may still be running.
  void wait();

  // Drops what has not begun and waits for the rest, without ticks. Nothing is done afterwards.
  void cancel() noexcept;

  // Whether what the group's work gives is of no use any more. For long pieces of work to ask.
  bool is_stopping() const { return stopping_; }

 private:
  friend class WorkerPool;
  void fail(std::exception_ptr error);

  WorkerPool& pool_;
  // By the pool's mutex:
  std::size_t waiting_ = 0;
  std::size_t running_ = 0;
  bool cancelled_ = false;
  std::exception_ptr error_;
  std::atomic<bool> stopping_ = false;  // failed or cancelled
};

}  // namespace newsindex
