// SPDX-License-Identifier: GPL-3.0-or-later
// People's judgements of relevance in the format of TREC: lines of `query 0 id relevance`.
#pragma once

#include <istream>
#include <map>
#include <string>

namespace newsindex {

using Relevances = std::map<std::string, int>;         // by article id; only those above 0
using Judgements = std::map<std::string, Relevances>;  // by query name

// Throws Error(bad_data) naming a line that does not have four fields, or whose last one is no
// number.
Judgements read_judgements(std::istream& in, const std::string& path);

}  // namespace newsindex
