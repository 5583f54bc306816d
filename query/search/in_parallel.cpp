// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace newsindex {

void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t)>& use) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) use(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> thrown(count);
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        use(i);
      } catch (...) {
        thrown[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    others.reserve(threads);
    try {
      for (std::size_t i = 1; i < std::min(count, threads); ++i) others.emplace_back(work);
    } catch (const std::system_error&) {  // fewer threads are enough
    }
    work();
  }
  for (const std::exception_ptr& each : thrown)
    if (each) std::rethrow_exception(each);
}

}  // namespace newsindex
