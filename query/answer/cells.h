// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers for several kinds of answers.
#pragma once

#include <string>

#include "query/answer/answer.h"
#include "query/answer/numbers.h"

namespace newsindex {

// "3 stories" if stories are counted, else "3 articles".
inline std::string counted(std::uint64_t count, bool of_stories) {
  return of_stories ? grouped(count) + (count == 1 ? " story" : " stories") : articles(count);
}

inline Cell unless_empty(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

// Starts an answer with the archive, the query and the total of a result.
template <class Found>
Answer answer_with_header(const Found& found) {
  Answer answer;
  answer.archive = found.archive;
  answer.members = {{"query", found.query}, {"total", found.total, true}};
  return answer;
}

}  // namespace newsindex
