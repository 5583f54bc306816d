// SPDX-License-Identifier: GPL-3.0-or-later
// A few threads that take work in the order it is given.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace newsindex {

class WorkerPool {
 public:
  // A piece of work; `worker` is the number of the thread that does it, from 0.
  using Work = std::function<void(std::size_t worker)>;

  // At most `most_waiting` pieces wait; submit blocks when there are more.
  WorkerPool(std::size_t threads, std::size_t most_waiting);

  // Drops what has not begun and waits for the rest.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  std::size_t size() const { return threads_.size(); }

  void submit(Work work);

  // Waits until all work is done. Throws the first exception that a piece of work threw; the pieces
  // after it were dropped.
  void wait();

 private:
  void run(std::size_t worker);
  void fail(std::exception_ptr error);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> waiting_;
  std::size_t most_waiting_;
  std::size_t running_ = 0;
  bool stopping_ = false;
  std::exception_ptr error_;
  std::vector<std::thread> threads_;
};

}  // namespace newsindex
