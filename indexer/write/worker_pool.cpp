// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/worker_pool.h"

#include <utility>

namespace newsindex {

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(most_waiting) {
  for (std::size_t worker = 0; worker < threads; ++worker)
    threads_.emplace_back([this, worker] { run(worker); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::submit(Work work) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < most_waiting_ || error_; });
  if (error_) return;  // wait() tells
  waiting_.push_back(std::move(work));
  changed_.notify_all();
}

void WorkerPool::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && running_ == 0; });
  if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

void WorkerPool::fail(std::exception_ptr error) {
  const std::lock_guard lock(mutex_);
  if (!error_) error_ = std::move(error);
  waiting_.clear();
}

void WorkerPool::run(std::size_t worker) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Work work = std::move(waiting_.front());
    waiting_.pop_front();
    ++running_;
    lock.unlock();
    changed_.notify_all();
    try {
      work(worker);
    } catch (...) {
      fail(std::current_exception());
    }
    work = nullptr;  // what it holds goes before the lock is taken
    lock.lock();
    --running_;
    changed_.notify_all();
  }
}

}  // namespace newsindex
