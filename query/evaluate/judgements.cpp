// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/evaluate/judgements.h"

#include <sstream>

#include "schema/error.h"

namespace newsindex {

Judgements read_judgements(std::istream& in, const std::string& path) {
  Judgements judgements;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    std::istringstream fields(line);
    std::string query, iteration, id, rest;
    int relevance = 0;
    if (!(fields >> query)) continue;
    if (!(fields >> iteration >> id >> relevance) || fields >> rest)
      throw Error(ExitCode::bad_data, "'" + path + "' line " + std::to_string(number) +
                                          " is not 'query 0 id relevance'");
    if (relevance > 0) judgements[query][id] = relevance;
  }
  return judgements;
}

}  // namespace newsindex
