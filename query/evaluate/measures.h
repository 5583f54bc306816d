// SPDX-License-Identifier: GPL-3.0-or-later
// How good a ranking is, against what people have judged, and whether two are really different.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "query/evaluate/judgements.h"

namespace newsindex {

// All are between 0 and 1. See Manning, Raghavan, Schuetze: Introduction to Information Retrieval
// (2008), chapter 8; nDCG after Jaervelin and Kekaelaeinen (2002), with the relevance as the gain.
inline constexpr std::array<std::string_view, 5> kMeasures{"MAP", "nDCG@10", "P@10", "recall@100",
                                                           "MRR"};
using Measures = std::array<double, kMeasures.size()>;

// Of one query: its ids, the best first. REQUIRES: something is relevant.
Measures measures_of(const std::vector<std::string>& ids, const Relevances& relevances);

Measures mean_of(const std::vector<Measures>& queries);

// The probability that chance alone makes the means of paired values differ as much as they do:
// Fisher's randomisation test, two-sided, with 10,000 samples, always the same. (Smucker, Allan,
// Carterette: A Comparison of Statistical Significance Tests for Information Retrieval Evaluation,
// CIKM 2007.) REQUIRES: as many of one as of the other.
double randomisation_test(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace newsindex
