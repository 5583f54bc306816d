// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/snippet.h"

#include <algorithm>
#include <tuple>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kStep = 40;         // bytes; smaller differences in closeness are ignored
constexpr std::size_t kMostClusters = 6;  // clusters that are looked at more closely

// The number of bytes that hold about this many characters: more if characters have several bytes.
std::size_t bytes_for(std::string_view text, std::size_t characters) {
  const std::string_view sample = text.substr(0, 4 * characters);
  const auto count = static_cast<std::size_t>(
      std::count_if(sample.begin(), sample.end(), [](char c) { return !continues_character(c); }));
  return count == 0 ? characters : characters * sample.size() / count;
}

// Copies bytes [start, end) of the text and the matches in them; each run of white space becomes
// one space.
Snippet cut_out(std::string_view text, std::size_t start, std::size_t end,
                const std::vector<MatchedWords>& matches) {
  Snippet snippet;
  while (start < end && is_space(text[start])) ++start;
  while (end > start && is_space(text[end - 1])) --end;
  snippet.cut_after = end < text.size();
  std::size_t marked_to = start;
  const auto place = [&snippet] { return static_cast<std::uint32_t>(snippet.text.size()); };
  const auto copy_to = [&](std::size_t to) {
    for (; marked_to < to; ++marked_to) {
      const char c = text[marked_to];
      if (!is_space(c))
        snippet.text += c;
      else if (!snippet.text.empty() && snippet.text.back() != ' ')
        snippet.text += ' ';
    }
  };
  for (const MatchedWords& match : matches) {
    if (match.start < marked_to || match.start < start || match.end > end) continue;
    copy_to(match.start);
    const std::uint32_t from = place();
    copy_to(match.end);
    snippet.matches.emplace_back(from, place());
  }
  copy_to(end);
  return snippet;
}

// Moves the start of a passage near the end of the text back over sentences that still fit.
std::size_t with_sentences_before(Places& places, std::size_t start, std::size_t size,
                                  std::size_t bytes) {
  while (start > 0 && size - start < bytes) {
    const std::size_t before = places.sentence_start(start - 1, bytes);
    if (before == std::string_view::npos || size - before > bytes) break;
    start = before;
  }
  return start;
}

// Returns the end of a passage that must show everything up to `least`: the end of a sentence, if
// that fills most of the room.
std::size_t end_of_passage(Places& places, std::size_t start, std::size_t least, std::size_t size,
                           std::size_t bytes) {
  if (start + bytes >= size) return size;
  const std::size_t from = std::max(least, start + bytes * 3 / 5);
  const std::size_t most = start + bytes + bytes / 20;
  const std::size_t sentence =
      from <= most ? places.sentence_end(from, most) : std::string_view::npos;
  return sentence != std::string_view::npos ? sentence : places.word_end(start + bytes);
}

}  // namespace

SentenceStarts& Highlighter::sentences(std::string_view language) {
  const auto found = sentences_.find(language);
  if (found != sentences_.end()) return found->second;
  return sentences_.emplace(std::string(language), SentenceStarts(language)).first->second;
}

Snippet Highlighter::title(std::string_view text, std::string_view language) {
  return cut_out(text, 0, text.size(), finder_.find(text, language, WordFinder::Text::title));
}

Highlighter::Cluster Highlighter::cluster_at(const Matches& matches, std::size_t first,
                                             std::size_t bytes) const {
  Cluster cluster{first, matches[first].end, 0};
  std::vector<std::size_t> seen;
  const std::size_t end = matches[first].start + bytes;
  for (std::size_t i = first; i < matches.size() && matches[i].end <= end; ++i) {
    const std::size_t clause = matches[i].clause;
    if (std::find(seen.begin(), seen.end(), clause) != seen.end()) continue;
    seen.push_back(clause);
    cluster.worth += finder_.worth(clause);
    cluster.end = std::max<std::size_t>(cluster.end, matches[i].end);
  }
  return cluster;
}

// The clusters of the highest worth, the closest first, then the earliest; at most kMostClusters.
std::vector<Highlighter::Cluster> Highlighter::best_clusters(const Matches& matches,
                                                             std::size_t bytes) const {
  std::vector<Cluster> best;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    const Cluster cluster = cluster_at(matches, first, bytes * 3 / 4);
    if (!best.empty() && cluster.worth < best.front().worth) continue;
    if (!best.empty() && cluster.worth > best.front().worth) best.clear();
    best.push_back(cluster);
  }
  const auto spread = [&](const Cluster& each) {
    return (each.end - matches[each.first].start) / kStep;
  };
  std::stable_sort(best.begin(), best.end(),
                   [&](const Cluster& a, const Cluster& b) { return spread(a) < spread(b); });
  if (best.size() > kMostClusters) best.resize(kMostClusters);
  return best;
}

Highlighter::Window Highlighter::window_of(std::string_view text, Places& places,
                                           const Matches& matches, const Cluster& cluster,
                                           std::size_t bytes) const {
  const std::size_t match = matches[cluster.first].start;
  const std::size_t length = cluster.end - match;
  const std::size_t room = length < bytes ? bytes - length : 0;
  const std::size_t sentence = places.sentence_start(match, room);
  Window window{sentence, cluster.end, sentence != std::string_view::npos, false, length / kStep};
  if (!window.begins_sentence)
    window.start = places.clause_start(match > room / 2 ? match - room / 2 : 0, match);
  window.has_page_words = has_page_words(text.substr(window.start, bytes));
  return window;
}

Highlighter::Window Highlighter::best_window(std::string_view text, Places& places,
                                             const Matches& matches,
                                             const std::vector<Cluster>& clusters,
                                             std::size_t bytes) const {
  std::vector<Window> windows;
  for (const Cluster& cluster : clusters)
    windows.push_back(window_of(text, places, matches, cluster, bytes));
  return *std::min_element(windows.begin(), windows.end(), [](const Window& a, const Window& b) {
    return std::tuple(a.has_page_words, !a.begins_sentence, a.spread, a.start) <
           std::tuple(b.has_page_words, !b.begins_sentence, b.spread, b.start);
  });
}

Snippet Highlighter::snippet(std::string_view body, std::string_view language, std::size_t length) {
  const std::string prose = prose_of(body);
  const std::string_view text = prose;
  const std::size_t bytes = bytes_for(text, length);
  if (text.size() <= bytes)
    return cut_out(text, 0, text.size(), finder_.find(text, language, WordFinder::Text::body));
  Places places(text, sentences(language));
  // News says first what matters: the beginning is often as good as the best of the whole text.
  const std::size_t beginning = places.word_end(std::min(text.size(), 5 * bytes));
  const std::string_view first_part = text.substr(0, beginning);
  Matches matches = finder_.find(first_part, language, WordFinder::Text::body);
  std::vector<Cluster> clusters = best_clusters(matches, bytes);
  const bool is_enough = !clusters.empty() && clusters.front().worth == finder_.worth_of_body() &&
                         matches[clusters.front().first].start + bytes <= beginning;
  if (!is_enough && beginning < text.size()) {
    matches = finder_.find(text, language, WordFinder::Text::body);
    clusters = best_clusters(matches, bytes);
  }
  Window window{0, 0, true, false, 0};
  if (!clusters.empty()) window = best_window(text, places, matches, clusters, bytes);
  if (window.begins_sentence)
    window.start = with_sentences_before(places, window.start, text.size(), bytes);
  const std::size_t end =
      end_of_passage(places, window.start, window.cluster_end, text.size(), bytes);
  Snippet snippet = cut_out(text, window.start, end, matches);
  snippet.cut_before = !window.begins_sentence;
  return snippet;
}

}  // namespace newsindex
