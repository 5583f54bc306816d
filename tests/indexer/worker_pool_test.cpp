// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/worker_pool.h"

#include <atomic>
#include <stdexcept>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(WorkerPool, DoesAllWorkBeforeWaitReturns) {
  WorkerPool pool(3, 2);
  std::atomic<int> done = 0;
  for (int i = 0; i < 200; ++i) pool.submit([&](std::size_t) { ++done; });
  pool.wait();
  EXPECT_EQ(done, 200);
}

TEST(WorkerPool, GivesEachThreadItsOwnNumber) {
  WorkerPool pool(2, 4);
  std::atomic<int> out_of_range = 0;
  for (int i = 0; i < 50; ++i)
    pool.submit([&](std::size_t worker) {
      if (worker >= 2) ++out_of_range;
    });
  pool.wait();
  EXPECT_EQ(out_of_range, 0);
}

TEST(WorkerPool, ThrowsTheFirstFailureAndCanGoOn) {
  WorkerPool pool(1, 4);
  pool.submit([](std::size_t) { throw std::runtime_error("first"); });
  EXPECT_THROW(pool.wait(), std::runtime_error);
  std::atomic<int> done = 0;
  pool.submit([&](std::size_t) { ++done; });
  pool.wait();
  EXPECT_EQ(done, 1);
}

TEST(WorkerPool, CanBeGivenUpWithWorkWaiting) {
  std::atomic<int> done = 0;
  {
    WorkerPool pool(1, 100);
    for (int i = 0; i < 100; ++i) pool.submit([&](std::size_t) { ++done; });
  }
  EXPECT_LE(done, 100);
}

}  // namespace
}  // namespace newsindex
