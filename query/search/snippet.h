// SPDX-License-Identifier: GPL-3.0-or-later
// Makes snippets: the part of a text that best shows why it was found, with the matched words
// marked.
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

// Makes the title and snippet of articles that match a query. Not thread-safe.
class Highlighter {
 public:
  explicit Highlighter(const Node& query) : finder_(query) {}

  // Returns about `length` characters of a body: the passage with the most different clauses of the
  // query (phrases first); of equal passages the one where they stand closest, then the first. It
  // starts with a sentence if there is room, and has no paragraph of page furniture if the body has
  // sentences (see is_prose). If nothing matches, it is the beginning of the body. Line ends become
  // spaces; words are not cut.
  Snippet snippet(std::string_view body, std::string_view language, std::size_t length);

  // The whole title, marked.
  Snippet title(std::string_view text, std::string_view language);

 private:
  using Matches = std::vector<MatchedWords>;

  // Matches that fit into one passage.
  struct Cluster {
    std::size_t first = 0;  // index of the first match
    std::size_t end = 0;    // byte after the last match that adds to the worth
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
