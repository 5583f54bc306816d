// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a text that shows best why it was found, with the matched words marked.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/matched_words.h"
#include "query/search/passages.h"
#include "query/search/results.h"
#include "schema/query_language/ast.h"
#include "schema/text/sentences.h"

namespace newsindex {

// Shows articles that match a query. Not thread-safe.
class Highlighter {
 public:
  explicit Highlighter(const Node& query) : finder_(query) {}

  // About `length` characters of a body: the passage with most different clauses of the query
  // (phrases first), of equal ones that where they stand closest, then the first. It begins with a
  // sentence where that leaves room for what matched, and shows no paragraph of page furniture
  // where the body has sentences (see is_prose). The beginning when nothing matches. Line ends
  // become spaces; words are not cut.
  Snippet snippet(std::string_view body, std::string_view language, std::size_t length);

  // The whole of a title, marked.
  Snippet title(std::string_view text, std::string_view language);

 private:
  using Matches = std::vector<MatchedWords>;

  // Matches that fit into one passage.
  struct Cluster {
    std::size_t first = 0;  // match
    std::size_t end = 0;    // byte behind the last match that adds to its worth
    std::size_t worth = 0;
  };

  // A passage that shows a cluster.
  struct Window {
    std::size_t start = 0;
    std::size_t cluster_end = 0;
    bool begins_sentence = false;
    bool has_page_words = false;
    std::size_t spread = 0;  // in steps of kStep bytes
  };

  Cluster cluster_at(const Matches& matches, std::size_t first, std::size_t bytes) const;
  std::vector<Cluster> best_clusters(const Matches& matches, std::size_t bytes) const;
  Window window_of(std::string_view text, Places& places, const Matches& matches,
                   const Cluster& cluster, std::size_t bytes) const;
  Window best_window(std::string_view text, Places& places, const Matches& matches,
                     const std::vector<Cluster>& clusters, std::size_t bytes) const;
  SentenceStarts& sentences(std::string_view language);

  WordFinder finder_;
  std::map<std::string, SentenceStarts, std::less<>> sentences_;
};

}  // namespace newsindex
