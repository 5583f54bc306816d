// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/progress_bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <string_view>

namespace newsindex {
namespace {

constexpr std::array<std::string_view, 5> kPhases{"reading", "building", "merging", "publishing",
                                                  "retagging"};
constexpr std::chrono::milliseconds kPause{100};
constexpr double kLeastSeconds = 0.5;  // before this, the rate is not meaningful

std::string tenths(double number) {
  const auto all = static_cast<long long>(std::llround(number * 10));
  return std::to_string(all / 10) + "." + std::to_string(all % 10);
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

}  // namespace

std::string progress_line(const Progress& progress, double elapsed, int width) {
  std::string line(kPhases[static_cast<std::size_t>(progress.phase)]);
  const bool is_reading = progress.phase == Progress::Phase::reading;
  const bool is_retagging = progress.phase == Progress::Phase::retagging;
  const auto done = static_cast<double>(is_retagging ? progress.articles : progress.bytes_done);
  const auto total =
      static_cast<double>(is_retagging ? progress.articles_total : progress.bytes_total);
  if ((is_reading || is_retagging) && total > 0)
    line += "  " + std::to_string(static_cast<int>(std::min(done / total, 1.0) * 100)) + " %";
  if (is_reading && elapsed >= kLeastSeconds && done > 0) {
    line += "  " + tenths(done / elapsed / 1e6) + " MB/s";
    if (total > done) line += "  " + duration_text((total - done) / done * elapsed) + " left";
  }
  if (progress.articles > 0) line += "  " + std::to_string(progress.articles) + " articles";
  return line.substr(0, static_cast<std::size_t>(std::max(width - 1, 0)));
}

ProgressBar::~ProgressBar() {
  if (drawn_) out_ << "\r\x1b[K" << std::flush;
}

void ProgressBar::show(const Progress& progress) {
  if (!enabled_) return;
  const auto now = std::chrono::steady_clock::now();
  const bool is_new = !drawn_ || progress.phase != phase_;
  if (!is_new && now - last_ < kPause) return;
  phase_ = progress.phase;
  last_ = now;
  drawn_ = true;
  const double elapsed = std::chrono::duration<double>(now - begin_).count();
  out_ << '\r' << progress_line(progress, elapsed, width_) << "\x1b[K" << std::flush;
}

}  // namespace newsindex
