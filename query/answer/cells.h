// SPDX-License-Identifier: GPL-3.0-or-later
// What answers of several kinds are made of.
#pragma once

#include <string>

#include "query/answer/answer.h"
#include "query/answer/numbers.h"

namespace newsindex {

// "3 stories" where copies count once, else "3 articles".
inline std::string counted(std::uint64_t count, bool of_stories) {
  return of_stories ? grouped(count) + (count == 1 ? " story" : " stories") : articles(count);
}

inline Cell unless_empty(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

// With the archive, the query and the total of what was found.
template <class Found>
Answer begun(const Found& found) {
  Answer answer;
  answer.archive = found.archive;
  answer.members = {{"query", found.query}, {"total", found.total, true}};
  return answer;
}

}  // namespace newsindex
