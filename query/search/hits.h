// SPDX-License-Identifier: GPL-3.0-or-later
// Turns matches into the hits of an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/collection.h"
#include "query/search/requests.h"
#include "query/search/results.h"
#include "query/search/snippet.h"

namespace newsindex {

// Builds a hit with the details that the request asks for. The matched words are not marked yet.
Hit make_hit(const Found& found, const Collection& collection, HitDetail detail, bool explain);

// Gives a hit its title and a snippet of about `snippet_length` characters, with the matched words
// marked.
void show_text(Hit& hit, Highlighter& highlighter, std::size_t snippet_length);

// The number of other matching copies of the story. `counts` must be sorted by story.
std::uint64_t copies_of(std::uint64_t story, const std::vector<StoryCount>& counts);

// Builds the hits of a request, one at a time. Not thread-safe; the arguments must outlive it.
// `stories` are the matches of each story, sorted by story.
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
