// SPDX-License-Identifier: GPL-3.0-or-later
// A line on the terminal that shows the progress of a run, its speed and the time left.
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "indexer/write/update.h"

namespace newsindex {

// The line to show `elapsed` seconds after the start, such as "reading  42 %  12.3 MB/s  8 s left".
std::string progress_line(const Progress& progress, double elapsed, int width);

// Draws the line at most ten times a second and at the start of each phase; the destructor clears
// it.
class ProgressBar {
 public:
  // Draws nothing if not `enabled` (the output is not a terminal).
  ProgressBar(std::ostream& out, bool enabled, int width)
      : out_(out), enabled_(enabled), width_(width) {}
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const Progress& progress);

 private:
  std::ostream& out_;
  bool enabled_;
  int width_;
  bool drawn_ = false;
  Progress::Phase phase_ = Progress::Phase::reading;  // the phase last drawn
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace newsindex
