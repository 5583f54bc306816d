// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/worker_pool.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::chrono::milliseconds kTick{100};

}  // namespace

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(most_waiting) {
  threads_.reserve(threads);
  try {
    for (std::size_t worker = 0; worker < threads; ++worker)
      threads_.emplace_back([this, worker] { run(worker); });
  } catch (const std::system_error& error) {
    if (!threads_.empty()) return;  // fewer threads are enough
    throw Error(ExitCode::no_memory,
                std::string("cannot start a thread: ") + error.code().message());
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    if (groups_ > 0) {
      std::fputs("newsindex: a pool of threads is gone before its work\n", stderr);
      std::abort();
    }
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

template <class Condition>
void WorkerPool::wait_until(std::unique_lock<std::mutex>& lock, Condition condition) {
  while (!changed_.wait_for(lock, kTick, condition)) {
    lock.unlock();
    tick();
    lock.lock();
  }
}

std::list<WorkerPool::Piece> WorkerPool::take_waiting(const TaskGroup& group) {
  std::list<Piece> taken;
  for (auto piece = waiting_.begin(); piece != waiting_.end();) {
    const auto next = std::next(piece);
    if (piece->group == &group) taken.splice(taken.end(), waiting_, piece);
    piece = next;
  }
  return taken;
}

void WorkerPool::run(std::size_t worker) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Piece piece = std::move(waiting_.front());
    waiting_.pop_front();
    carry_out(std::move(piece), worker, lock);
  }
}

void WorkerPool::carry_out(Piece piece, std::size_t worker, std::unique_lock<std::mutex>& lock) {
  TaskGroup& group = *piece.group;
  --group.waiting_;
  ++group.running_;
  lock.unlock();
  changed_.notify_all();
  try {
    piece.work(worker);
  } catch (...) {
    group.fail(std::current_exception());
  }
  piece.work = nullptr;  // destroys what it captured before the group may end
  lock.lock();
  --group.running_;
  changed_.notify_all();  // while locked: otherwise the group could be gone already
}

TaskGroup::TaskGroup(WorkerPool& pool) : pool_(pool) {
  const std::lock_guard lock(pool_.mutex_);
  ++pool_.groups_;
}

TaskGroup::~TaskGroup() {
  cancel();
  const std::lock_guard lock(pool_.mutex_);
  --pool_.groups_;
}

void TaskGroup::submit(WorkerPool::Work work) {
  std::unique_lock lock(pool_.mutex_);
  pool_.wait_until(lock,
                   [this] { return stopping_ || pool_.waiting_.size() < pool_.most_waiting_; });
  if (stopping_) return;  // wait() throws the error
  pool_.waiting_.push_back({this, std::move(work)});
  ++waiting_;
  pool_.changed_.notify_all();
}

void TaskGroup::wait() {
  std::unique_lock lock(pool_.mutex_);
  pool_.wait_until(lock, [this] { return waiting_ == 0 && running_ == 0; });
  if (!error_) return;
  stopping_ = cancelled_;
  std::rethrow_exception(std::exchange(error_, nullptr));
}

void TaskGroup::cancel() noexcept {
  std::list<WorkerPool::Piece> dropped;  // destroyed after the lock is released
  std::unique_lock lock(pool_.mutex_);
  cancelled_ = true;
  stopping_ = true;
  dropped = pool_.take_waiting(*this);
  waiting_ = 0;
  pool_.changed_.notify_all();
  pool_.changed_.wait(lock, [this] { return running_ == 0; });
}

void TaskGroup::fail(std::exception_ptr error) {
  std::list<WorkerPool::Piece> dropped;
  const std::lock_guard lock(pool_.mutex_);
  if (!error_) error_ = std::move(error);
  stopping_ = true;
  dropped = pool_.take_waiting(*this);
  waiting_ = 0;
  pool_.changed_.notify_all();
}

}  // namespace newsindex
