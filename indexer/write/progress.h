// SPDX-License-Identifier: GPL-3.0-or-later
// How far a run is, for a progress bar, and a way to stop the run.
#pragma once

#include <cstdint>
#include <functional>

namespace newsindex {

struct Progress {
  enum class Phase { reading, building, merging, publishing, retagging } phase = Phase::reading;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;     // 0 when not known (standard input)
  std::uint64_t articles = 0;        // new versions; when retagging, articles read
  std::uint64_t articles_total = 0;  // when retagging
};

// Called from the thread that started the run. Returns false to stop the run, and then on every
// further call (Error(interrupted); the archive stays as it was).
using OnProgress = std::function<bool(const Progress&)>;

// Reports the progress. Throws Error(interrupted) if the run is to stop.
void report_progress(const OnProgress& on_progress, const Progress& progress);

}  // namespace newsindex
