// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/bursts.h"

#include <algorithm>
#include <cmath>

namespace newsindex {
namespace {

// The cost of a bar if each of its articles matches with this probability.
double cost(const BurstBar& bar, double probability) {
  const double others = static_cast<double>(bar.base > bar.articles ? bar.base - bar.articles : 0);
  return -static_cast<double>(bar.articles) * std::log(probability) -
         others * std::log1p(-probability);
}

double share_of_all(const std::vector<BurstBar>& bars) {
  double articles = 0;
  double base = 0;
  for (const BurstBar& bar : bars) {
    articles += static_cast<double>(bar.articles);
    base += static_cast<double>(std::max(bar.base, bar.articles));
  }
  return base > 0 ? articles / base : 0;
}

// Returns for each bar whether it is in a burst: the cheapest path through both states.
std::vector<bool> cheapest_states(const std::vector<double>& gains, double beginning) {
  std::vector<bool> quiet_from_burst(gains.size());
  std::vector<bool> burst_from_burst(gains.size());
  double quiet = 0;
  double burst = beginning;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    quiet_from_burst[i] = i > 0 && burst < quiet;
    burst_from_burst[i] = i > 0 && burst <= quiet + beginning;
    const double next_quiet = quiet_from_burst[i] ? burst : quiet;
    const double before_burst = i == 0 ? beginning : std::min(burst, quiet + beginning);
    burst = before_burst - gains[i];
    quiet = next_quiet;
  }
  std::vector<bool> states(gains.size());
  bool in_burst = burst < quiet;
  for (std::size_t i = gains.size(); i-- > 0;) {
    states[i] = in_burst;
    in_burst = in_burst ? burst_from_burst[i] : quiet_from_burst[i];
  }
  return states;
}

}  // namespace

std::vector<BurstRange> bursts_of(const std::vector<BurstBar>& bars, const BurstMethod& method) {
  const double quiet = share_of_all(bars);
  const double burst = method.scale * quiet;
  if (quiet <= 0 || burst >= 1) return {};
  std::vector<double> gains;
  for (const BurstBar& bar : bars) gains.push_back(cost(bar, quiet) - cost(bar, burst));
  const double beginning = method.cost * std::log(static_cast<double>(bars.size()));
  const std::vector<bool> states = cheapest_states(gains, beginning);
  std::vector<BurstRange> ranges;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (!states[i]) continue;
    if (i == 0 || !states[i - 1]) ranges.push_back({i, i, 0});
    ranges.back().last = i;
    ranges.back().weight += gains[i];
  }
  return ranges;
}

}  // namespace newsindex
