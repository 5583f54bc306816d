// SPDX-License-Identifier: GPL-3.0-or-later
// What people have judged to be relevant, in the form of TREC: `query 0 id relevance` a line.
#pragma once

#include <istream>
#include <map>
#include <string>

namespace newsindex {

using Relevances = std::map<std::string, int>;         // of articles, by id; those above 0
using Judgements = std::map<std::string, Relevances>;  // by the name of the query

// Throws Error(bad_data) naming the line that has not four fields, or no number as the last.
Judgements read_judgements(std::istream& in, const std::string& path);

}  // namespace newsindex
