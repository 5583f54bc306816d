// SPDX-License-Identifier: GPL-3.0-or-later
// From matches to the hits of an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/collection.h"
#include "query/search/requests.h"
#include "query/search/results.h"
#include "query/search/snippet.h"

namespace newsindex {

// A match with what was asked of it; its texts are not marked yet.
Hit make_hit(const Found& found, const Collection& collection, HitDetail detail, bool explain);

// Gives a hit its title and a snippet of about so many characters, with what matched marked.
void show_text(Hit& hit, Highlighter& highlighter, std::size_t snippet_length);

// How many other copies of its story match. `counts` are by story.
std::uint64_t copies_of(std::uint64_t story, const std::vector<StoryCount>& counts);

// The hits that a request asks for, one at a time. Not thread-safe; what it is given must outlive
// it. `stories` are the counts of the stories that match, by number.
class HitMaker {
 public:
  HitMaker(const Collection& collection, const SearchRequest& request,
           const std::vector<StoryCount>& stories);

  Hit operator()(const Found& found);

 private:
  const Collection& collection_;
  const SearchRequest& request_;
  const std::vector<StoryCount>& stories_;
  Highlighter highlighter_;
};

}  // namespace newsindex
