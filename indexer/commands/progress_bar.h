// SPDX-License-Identifier: GPL-3.0-or-later
// A line on the terminal that tells how far a run is, how fast it goes and how long it will take.
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "indexer/write/update.h"

namespace newsindex {

// The line for this moment, `elapsed` seconds after the beginning: "reading  42 %  12.3 MB/s  8 s
// left".
std::string progress_line(const Progress& progress, double elapsed, int width);

// Draws it at most ten times a second, and when another phase begins; clears it when it goes.
class ProgressBar {
 public:
  // Draws nothing when not `enabled` (the output is no terminal).
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
  Progress::Phase phase_ = Progress::Phase::reading;  // that was drawn
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace newsindex
