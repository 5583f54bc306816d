// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how good a ranking is by people's judgements, and whether two rankings really differ.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "query/evaluate/judgements.h"

namespace newsindex {

// All measures are between 0 and 1. See Manning, Raghavan, Schuetze: Introduction to Information
// Retrieval (2008), chapter 8; nDCG after Jaervelin and Kekaelaeinen (2002), with the relevance as
// gain.
inline constexpr std::array<std::string_view, 5> kMeasures{"MAP", "nDCG@10", "P@10", "recall@100",
                                                           "MRR"};
using Measures = std::array<double, kMeasures.size()>;

// The measures of one query, whose hits are `ids`, the best first. REQUIRES: `relevances` is not
// empty.
Measures measures_of(const std::vector<std::string>& ids, const Relevances& relevances);

Measures mean_of(const std::vector<Measures>& queries);

// The probability that the means of paired values differ at least this much by chance: Fisher's
// randomisation test, two-sided, with 10,000 samples that are the same in each run. (Smucker,
// Allan, Carterette: A Comparison of Statistical Significance Tests for Information Retrieval
// Evaluation, CIKM 2007.) REQUIRES: `a` and `b` have the same size.
double randomisation_test(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace newsindex
