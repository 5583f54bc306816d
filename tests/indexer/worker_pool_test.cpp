// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/worker_pool.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

using namespace std::chrono_literals;

TEST(TaskGroup, DoesAllWorkBeforeWaitReturns) {
  WorkerPool pool(3, 2);
  std::atomic<int> done = 0;
  TaskGroup tasks(pool);
  for (int i = 0; i < 200; ++i) tasks.submit([&](std::size_t) { ++done; });
  tasks.wait();
  EXPECT_EQ(done, 200);
}

TEST(TaskGroup, GivesEachThreadItsOwnNumber) {
  WorkerPool pool(2, 4);
  std::atomic<int> out_of_range = 0;
  TaskGroup tasks(pool);
  for (int i = 0; i < 50; ++i)
    tasks.submit([&](std::size_t worker) {
      if (worker >= 2) ++out_of_range;
    });
  tasks.wait();
  EXPECT_EQ(out_of_range, 0);
}

TEST(TaskGroup, ThrowsTheFirstFailureAndCanGoOn) {
  WorkerPool pool(1, 4);
  std::atomic<int> done = 0;
  TaskGroup tasks(pool);
  tasks.submit([](std::size_t) { throw std::runtime_error("first"); });
  EXPECT_THROW(tasks.wait(), std::runtime_error);
  tasks.submit([&](std::size_t) { ++done; });
  tasks.wait();
  EXPECT_EQ(done, 1);
}

TEST(TaskGroup, AFailureFreesWhoIsBlockedInSubmit) {
  WorkerPool pool(1, 1);
  TaskGroup tasks(pool);
  tasks.submit([](std::size_t) {
    std::this_thread::sleep_for(20ms);
    throw std::runtime_error("late");
  });
  for (int i = 0; i < 50; ++i) tasks.submit([](std::size_t) { std::this_thread::sleep_for(1ms); });
  EXPECT_TRUE(tasks.is_stopping());
  EXPECT_THROW(tasks.wait(), std::runtime_error);
  EXPECT_FALSE(tasks.is_stopping());
}

TEST(TaskGroup, AFailureOfOneGroupLeavesTheOthersAlone) {
  WorkerPool pool(2, 100);
  std::atomic<int> done = 0;
  TaskGroup good(pool);
  TaskGroup bad(pool);
  for (int i = 0; i < 40; ++i) {
    good.submit([&](std::size_t) { ++done; });
    bad.submit([](std::size_t) { throw std::runtime_error("bad"); });
  }
  good.wait();
  EXPECT_EQ(done, 40);
  EXPECT_THROW(bad.wait(), std::runtime_error);
}

TEST(TaskGroup, WaitsOnlyForItsOwnWork) {
  WorkerPool pool(2, 4);
  std::atomic<bool> go_on = false;
  TaskGroup slow(pool);
  TaskGroup fast(pool);
  slow.submit([&](std::size_t) {
    while (!go_on) std::this_thread::sleep_for(1ms);
  });
  fast.submit([](std::size_t) {});
  fast.wait();
  go_on = true;
  slow.wait();
}

TEST(TaskGroup, NoWorkIsLeftWhenItIsGone) {
  for (int round = 0; round < 200; ++round) {
    WorkerPool pool(2, 100);
    std::atomic<int> running = 0;
    std::atomic<int> sum = 0;
    auto data = std::make_unique<std::vector<int>>(1000, 1);
    {
      TaskGroup tasks(pool);
      for (int i = 0; i < 50; ++i)
        tasks.submit([&](std::size_t) {
          ++running;
          for (const int number : *data) sum += number;
          --running;
        });
    }
    EXPECT_EQ(running, 0);
    data.reset();
  }
}

TEST(TaskGroup, DropsWhatHadNotBegun) {
  WorkerPool pool(1, 100);
  std::atomic<int> done = 0;
  TaskGroup tasks(pool);
  for (int i = 0; i < 50; ++i)
    tasks.submit([&](std::size_t) {
      std::this_thread::sleep_for(5ms);
      ++done;
    });
  tasks.cancel();
  EXPECT_LT(done, 50);
  tasks.submit([&](std::size_t) { done = 1000; });
  tasks.wait();
  EXPECT_LT(done, 50);
}

TEST(TaskGroup, WorkCanAskWhetherItIsStillWanted) {
  WorkerPool pool(1, 4);
  TaskGroup tasks(pool);
  tasks.submit([&](std::size_t) {
    while (!tasks.is_stopping()) std::this_thread::sleep_for(1ms);
  });
  tasks.cancel();
}

TEST(WorkerPool, WhatATickThrowsEndsTheWaiting) {
  WorkerPool pool(1, 1);
  std::atomic<bool> go_on = false;
  pool.call_while_waiting([] { throw std::runtime_error("stop"); });
  TaskGroup tasks(pool);
  const auto work = [&](std::size_t) {
    while (!go_on) std::this_thread::sleep_for(1ms);
  };
  tasks.submit(work);
  EXPECT_THROW(tasks.wait(), std::runtime_error);
  EXPECT_THROW(
      {
        tasks.submit(work);
        tasks.submit(work);
      },
      std::runtime_error);
  go_on = true;
}

TEST(WorkerPoolDeathTest, APoolThatIsGoneBeforeItsWorkEndsTheProgram) {
  EXPECT_DEATH(
      {
        auto pool = std::make_unique<WorkerPool>(1, 1);
        const TaskGroup tasks(*pool);
        pool.reset();
      },
      "before its work");
}

}  // namespace
}  // namespace newsindex
